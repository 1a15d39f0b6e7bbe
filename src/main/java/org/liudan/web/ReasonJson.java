package org.liudan.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Reason;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reasons as they are kept, so that a page can say them later in whatever language it is read. */
public final class ReasonJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Kept>> REASONS = new TypeReference<>() {};

    private record Kept(
            String key, List<Object> args, @Nullable String field) {}

    private ReasonJson() {}

    public static String write(List<Reason> reasons) {
        return MAPPER.writeValueAsString(reasons.stream()
                .map(reason ->
                        new Kept(reason.key(), reason.args(), reason.field().orElse(null)))
                .toList());
    }

    /** What was written; none where nothing was. */
    public static List<Reason> read(@Nullable String json) {
        return json == null
                ? List.of()
                : MAPPER.readValue(json, REASONS).stream()
                        .map(kept -> new Reason(
                                kept.key(),
                                kept.args().stream().map(ReasonJson::words).toList(),
                                Optional.ofNullable(kept.field())))
                        .toList();
    }

    /** Words were written as their two languages. */
    private static Object words(Object arg) {
        return arg instanceof Map<?, ?> map && map.get("zh") instanceof String zh && map.get("en") instanceof String en
                ? new LocalizedText(zh, en)
                : arg;
    }
}
