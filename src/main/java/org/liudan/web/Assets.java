package org.liudan.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of styles and scripts that change when their content does, so that browsers may keep them. */
@Component
public class Assets {

    private final ResourceUrlProvider urls;

    Assets(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    public String url(String path) {
        var versioned = urls.getForLookupPath(path);
        return versioned == null ? path : versioned;
    }
}
