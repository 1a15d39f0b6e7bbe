package org.liudan.rulepages;

import jakarta.servlet.http.HttpServletRequest;
import org.liudan.rulebook.Language;
import org.liudan.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The reference of the rulebook language, made from the definitions that the reader uses. */
@Controller
class LanguagePages {

    private final Pages pages;

    LanguagePages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/methods/language")
    View language(HttpServletRequest request) {
        var locale = pages.screen(request).locale();
        return pages.show("rulepages/language", new LanguagePage(new Language(locale).chapters()));
    }
}
