package org.liudan.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.LocalizedText;
import org.liudan.organisation.Directory;

/** Finds the stored code of a value by the names that people write for it, in Chinese or English. */
final class CodeLookup {

    private final Map<String, String> codes = new HashMap<>();
    /** Names exactly as written, so that most cells are found without being normalized. */
    private final Map<String, String> exact = new HashMap<>();

    private final HashSet<String> ambiguous = new HashSet<>();

    private CodeLookup() {}

    /** Returns codes by name; a name that stands for two codes is left out. The map is empty for fields of free text. */
    static Map<String, String> of(Field field, Directory directory) {
        var lookup = new CodeLookup();
        switch (field.type()) {
            case CHOICE, CHOICES -> field.choices().forEach(lookup::add);
            case YES_NO -> lookup.yesNo();
            case REGION, REGIONS -> lookup.regions(directory);
            case UNIT, UNITS ->
                directory.ofKind(field.kind().orElseThrow()).forEach(unit -> lookup.add(unit.code(), unit.name()));
            case CATEGORY ->
                directory.categories().values().forEach(category -> {
                    lookup.add(category.code(), directory.categoryName(category.code()));
                    lookup.add(category.code(), category.name());
                });
            case LISTED -> directory.listed(field.kind().orElseThrow()).forEach(lookup::add);
            default -> {}
        }
        lookup.ambiguous.forEach(lookup.codes::remove);
        lookup.exact.forEach((name, code) -> {
            if (!lookup.ambiguous.contains(ImportForm.normalize(name))) {
                lookup.codes.putIfAbsent(name, code);
            }
        });
        return lookup.codes;
    }

    private void yesNo() {
        add("true", new LocalizedText("是", "yes"));
        add("true", new LocalizedText("有", "y"));
        add("true", new LocalizedText("√", "1"));
        add("false", new LocalizedText("否", "no"));
        add("false", new LocalizedText("无", "n"));
        add("false", new LocalizedText("×", "0"));
    }

    /** A region is found by its code, by its full name, or by its own name if no other region has that name. */
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
        var existing = codes.putIfAbsent(ImportForm.normalize(name), code);
        if (existing != null && !existing.equals(code)) {
            ambiguous.add(ImportForm.normalize(name));
        }
    }
}
