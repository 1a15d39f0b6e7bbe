package org.liudan.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of styles and scripts. An address changes when the content changes, so that browsers may cache the file. */
@Component
public class Assets {

    private final ResourceUrlProvider urls;

    Assets(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    /** The versioned address of a static file; the path itself if no such file is known. */
    public String url(String path) {
        var versioned = urls.getForLookupPath(path);
        return versioned == null ? path : versioned;
    }
}
