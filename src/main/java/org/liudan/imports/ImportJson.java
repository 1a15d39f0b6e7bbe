package org.liudan.imports;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Columns and cells as JSON in the database. */
final class ImportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<StoredColumn>> COLUMNS = new TypeReference<>() {};

    private record StoredColumn(String heading, @Nullable String field) {}

    private ImportJson() {}

    static String cells(List<ImportCell> cells) {
        return MAPPER.writeValueAsString(cells.stream().map(ImportCell::text).toList());
    }

    static List<String> cells(String json) {
        return MAPPER.readValue(json, CELLS);
    }

    static String columns(SheetColumns columns) {
        return MAPPER.writeValueAsString(columns.all().stream()
                .map(column -> new StoredColumn(column.heading(), column.field().orElse(null)))
                .toList());
    }

    static SheetColumns columns(String json) {
        return new SheetColumns(
                MAPPER.readValue(json, COLUMNS).stream()
                        .map(stored ->
                                new SheetColumns.SheetColumn(stored.heading(), Optional.ofNullable(stored.field())))
                        .toList(),
                List.of());
    }
}
