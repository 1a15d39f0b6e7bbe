package org.liudan.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.LocalizedText;
import org.liudan.organisation.Directory;

/** The codes that fields keep, by the names that people write for them in either language. */
final class CodeLookup {

    private final Map<String, String> codes = new HashMap<>();
    /** Names as they are usually written, found without being made plain. */
    private final Map<String, String> exact = new HashMap<>();

    private final HashSet<String> ambiguous = new HashSet<>();

    private CodeLookup() {}

    /** Empty for what is written freely. */
    static Map<String, String> of(Field field, Directory directory) {
        var all = new CodeLookup();
        switch (field.type()) {
            case CHOICE, CHOICES -> field.choices().forEach(all::add);
            case YES_NO -> all.yesNo();
            case REGION, REGIONS -> all.regions(directory);
            case UNIT, UNITS ->
                directory.ofKind(field.kind().orElseThrow()).forEach(unit -> all.add(unit.code(), unit.name()));
            case CATEGORY ->
                directory.categories().values().forEach(category -> {
                    all.add(category.code(), directory.categoryName(category.code()));
                    all.add(category.code(), category.name());
                });
            case LISTED -> directory.listed(field.kind().orElseThrow()).forEach(all::add);
            default -> {}
        }
        all.ambiguous.forEach(all.codes::remove);
        all.exact.forEach((name, code) -> {
            if (!all.ambiguous.contains(ImportedRow.plain(name))) {
                all.codes.putIfAbsent(name, code);
            }
        });
        return all.codes;
    }

    private void yesNo() {
        add("true", new LocalizedText("是", "yes"));
        add("true", new LocalizedText("有", "y"));
        add("true", new LocalizedText("√", "1"));
        add("false", new LocalizedText("否", "no"));
        add("false", new LocalizedText("无", "n"));
        add("false", new LocalizedText("×", "0"));
    }

    /** A place by its own name, where only one has it, or with those around it before it. */
    private void regions(Directory directory) {
        directory.regions().values().stream()
                .filter(region -> directory.isRegion(region.code()))
                .forEach(region -> {
                    add(region.code(), region.code());
                    add(region.code(), region.name());
                    add(region.code(), directory.regionName(region.code()));
                });
    }

    private void add(String code, LocalizedText name) {
        add(code, code);
        add(code, name.zh());
        add(code, name.en());
    }

    private void add(String code, String name) {
        exact.putIfAbsent(name, code);
        var before = codes.putIfAbsent(ImportedRow.plain(name), code);
        if (before != null && !before.equals(code)) {
            ambiguous.add(ImportedRow.plain(name));
        }
    }
}
