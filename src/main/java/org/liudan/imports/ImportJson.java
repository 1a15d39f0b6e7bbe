package org.liudan.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Reason;
import org.liudan.engine.Words;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Columns, cells and reasons as they are kept. */
final class ImportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<KeptReason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<KeptColumn>> COLUMNS = new TypeReference<>() {};

    private record KeptReason(
            String key, List<Object> args, @Nullable String field) {}

    private record KeptColumn(String heading, @Nullable String field) {}

    private ImportJson() {}

    static String reasons(List<Reason> reasons) {
        return MAPPER.writeValueAsString(reasons.stream()
                .map(reason -> new KeptReason(
                        reason.key(), reason.args(), reason.field().orElse(null)))
                .toList());
    }

    static List<Reason> reasons(@Nullable String json) {
        return json == null
                ? List.of()
                : MAPPER.readValue(json, REASONS).stream()
                        .map(kept -> new Reason(
                                kept.key(),
                                kept.args().stream().map(ImportJson::words).toList(),
                                Optional.ofNullable(kept.field())))
                        .toList();
    }

    static String cells(List<Cell> cells) {
        return MAPPER.writeValueAsString(cells.stream().map(Cell::text).toList());
    }

    static List<String> cells(String json) {
        return MAPPER.readValue(json, CELLS);
    }

    static String columns(Columns columns) {
        return MAPPER.writeValueAsString(columns.all().stream()
                .map(column -> new KeptColumn(column.heading(), column.field().orElse(null)))
                .toList());
    }

    static Columns columns(String json) {
        return new Columns(
                MAPPER.readValue(json, COLUMNS).stream()
                        .map(kept -> new Columns.Column(kept.heading(), Optional.ofNullable(kept.field())))
                        .toList(),
                List.of());
    }

    /** Words were written as their two languages. */
    private static Object words(Object arg) {
        return arg instanceof Map<?, ?> map && map.get("zh") instanceof String zh && map.get("en") instanceof String en
                ? new Words(zh, en)
                : arg;
    }
}
