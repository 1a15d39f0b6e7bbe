package org.liudan.rulepages;

import java.util.List;
import org.liudan.rulebook.Language.Chapter;

/** The reference of the rulebook language. */
public record LanguagePage(List<Chapter> chapters) {}
