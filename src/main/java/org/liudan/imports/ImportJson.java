package org.liudan.imports;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Columns and cells as they are kept. */
final class ImportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<KeptColumn>> COLUMNS = new TypeReference<>() {};

    private record KeptColumn(String heading, @Nullable String field) {}

    private ImportJson() {}

    static String cells(List<ImportCell> cells) {
        return MAPPER.writeValueAsString(cells.stream().map(ImportCell::text).toList());
    }

    static List<String> cells(String json) {
        return MAPPER.readValue(json, CELLS);
    }

    static String columns(SheetColumns columns) {
        return MAPPER.writeValueAsString(columns.all().stream()
                .map(column -> new KeptColumn(column.heading(), column.field().orElse(null)))
                .toList());
    }

    static SheetColumns columns(String json) {
        return new SheetColumns(
                MAPPER.readValue(json, COLUMNS).stream()
                        .map(kept -> new SheetColumns.Column(kept.heading(), Optional.ofNullable(kept.field())))
                        .toList(),
                List.of());
    }
}
