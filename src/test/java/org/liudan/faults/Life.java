package org.liudan.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liudan.orders.store.OrderNumber;
import org.liudan.testing.ApiLife;

/** The life of one order as a client remembers it: its number, and the keys of what was acknowledged, in turn. */
final class Life {

    private final List<String> keys = new ArrayList<>();
    private long order;

    /** What is to be asked for next; empty when it is lived to its end. */
    Optional<ApiLife.Call> next() {
        return keys.isEmpty()
                ? Optional.of(new ApiLife.Call(ApiLife.CLERK, "", ApiLife.REGISTER))
                : ApiLife.THEN.stream().skip(keys.size() - 1L).findFirst();
    }

    String address(String place, ApiLife.Call call) {
        return keys.isEmpty() ? "/api/v1/orders" : "/api/v1/orders/" + place + "/actions/" + call.action();
    }

    void acknowledged(String key, String number) {
        keys.add(key);
        order = OrderNumber.parse(number).orElseThrow().id();
    }

    List<String> keys() {
        return keys;
    }

    long order() {
        return order;
    }
}
