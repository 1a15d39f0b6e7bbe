package org.liudan.districts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.liudan.organisation.Region;
import org.liudan.rulebook.CsvFile;
import org.liudan.rulebook.RulebookLists;

/** The CSV files that describe a district, and checks across them. */
record DistrictFiles(
        CsvFile district, CsvFile regions, CsvFile units, CsvFile attachments, CsvFile duties, CsvFile people) {

    static final List<String> NAMES =
            List.of("district.csv", "regions.csv", "units.csv", "attachments.csv", "duties.csv", "people.csv");

    static DistrictFiles read(Function<String, CsvFile> open) {
        return new DistrictFiles(
                open.apply("district.csv"),
                open.apply("regions.csv"),
                open.apply("units.csv"),
                open.apply("attachments.csv"),
                open.apply("duties.csv"),
                open.apply("people.csv"));
    }

    /** Every fault with its file and line; empty if the files are valid. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        headers(faults);
        if (!faults.isEmpty()) {
            return faults;
        }
        if (district.rows().size() != 1 || !district.rows().get(0).get("code").matches("[1-9]\\d{5}")) {
            faults.add(district.name() + ": 应有一行，code 为六位区划代码 / one row with a code of six digits is expected");
        }
        var regionCodes = keys(regions, "code", faults);
        check(regions, "level", Set.copyOf(Region.LEVELS), faults);
        check(regions, "parent", orEmpty(regionCodes), faults);
        var unitCodes = keys(units, "code", faults);
        check(units, "kind", RulebookLists.kindsOfUnit(), faults);
        check(units, "parent", orEmpty(unitCodes), faults);
        check(units, "region", orEmpty(regionCodes), faults);
        check(attachments, "leader", unitCodes, faults);
        check(attachments, "unit", unitCodes, faults);
        keys(attachments, "unit", faults);
        check(duties, "category", RulebookLists.categories().keySet(), faults);
        check(duties, "unit", unitCodes, faults);
        check(people, "unit", unitCodes, faults);
        check(people, "post", RulebookLists.posts().keySet(), faults);
        people.rows().stream()
                .filter(row -> !row.get("account").matches("[a-z0-9][a-z0-9._-]{1,39}"))
                .forEach(row -> faults.add(position(people, row) + "账号“" + row.get("account")
                        + "”只能用小写字母、数字和 . _ - / an account has lower-case letters, digits and . _ -"));
        return faults;
    }

    private void headers(List<String> faults) {
        var expected = Map.of(
                district, List.of("code", "zh", "en", "zone", "hours"),
                regions, List.of("code", "name", "level", "parent"),
                units, List.of("code", "zh", "en", "kind", "parent", "region"),
                attachments, List.of("leader", "unit"),
                duties, List.of("category", "unit"),
                people, List.of("account", "name", "unit", "post"));
        expected.forEach((file, columns) -> {
            var missing = file.rows().isEmpty()
                    ? columns
                    : columns.stream()
                            .filter(column -> !file.rows().get(0).isMapped(column))
                            .toList();
            if (!missing.isEmpty()) {
                faults.add(file.name() + ": 缺少列或没有数据 / missing columns or no data: " + missing);
            }
            file.rows().stream()
                    .filter(row -> !row.isConsistent())
                    .forEach(
                            row -> faults.add(position(file, row) + "列数与表头不符 / has not as many columns as the header"));
        });
    }

    private static Set<String> keys(CsvFile file, String column, List<String> faults) {
        var keys = new HashSet<String>();
        file.rows().forEach(row -> {
            if (row.get(column).isEmpty() || !keys.add(row.get(column))) {
                faults.add(position(file, row) + "“" + row.get(column) + "”为空或重复 / is empty or there twice");
            }
        });
        return keys;
    }

    private static void check(CsvFile file, String column, Set<String> allowed, List<String> faults) {
        file.rows().stream()
                .filter(row -> !allowed.contains(row.get(column)))
                .forEach(row ->
                        faults.add(position(file, row) + column + " “" + row.get(column) + "” 不认识 / is not known"));
    }

    private static Set<String> orEmpty(Set<String> keys) {
        return java.util.stream.Stream.concat(keys.stream(), java.util.stream.Stream.of(""))
                .collect(Collectors.toSet());
    }

    private static String position(CsvFile file, CSVRecord row) {
        return file.name() + ":" + (row.getRecordNumber() + 1) + ": ";
    }
}
