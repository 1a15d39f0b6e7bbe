package org.liudan.access;

import java.util.List;

/** The addresses of pages that list orders. */
final class PageForms {

    /** The pages, also with parameters that might show more; {@code {number}} is an order that the visitor may not see. */
    static final List<String> LISTING = List.of(
            "/desk",
            "/desk?tab=doing",
            "/desk?tab=done",
            "/desk?tab=supervised",
            "/desk?tab=doing&street=431271218",
            "/ledger",
            "/ledger?street=431271218",
            "/ledger?community=431271218201",
            "/ledger?q=%E4%BA%95%E7%9B%96",
            "/ledger?q={number}",
            "/ledger?q=" + RaisedOrders.PHONE,
            "/ledger?state=open&sort=due",
            "/ledger.xlsx",
            "/ledger.xlsx?street=431271218",
            "/ledger.xlsx?q={number}",
            "/figures?street=431271218",
            "/briefing?community=431271218201&month=2026-11",
            "/map",
            "/map?state=all&street=431271218",
            "/map?state=all&q={number}",
            "/map/here?state=all&box=109,26,111,28",
            "/map/points.json?state=all&box=109,26,111,28&zoom=18",
            "/map/heat.json?box=109,26,111,28&zoom=18&month=2026-11",
            "/meeting",
            "/callbacks",
            "/notices",
            "/leader");

    private PageForms() {}
}
