package org.liudan.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Reason;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores reasons as JSON, so that a page can show them later in the language of its reader. */
public final class ReasonJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<StoredReason>> REASONS = new TypeReference<>() {};

    private record StoredReason(
            String key, List<Object> args, @Nullable String field) {}

    private ReasonJson() {}

    /** Reasons as JSON, with their message keys and arguments. */
    public static String write(List<Reason> reasons) {
        return MAPPER.writeValueAsString(reasons.stream()
                .map(reason -> new StoredReason(
                        reason.key(), reason.args(), reason.field().orElse(null)))
                .toList());
    }

    /** Reads stored reasons; none for null. */
    public static List<Reason> read(@Nullable String json) {
        return json == null
                ? List.of()
                : MAPPER.readValue(json, REASONS).stream()
                        .map(stored -> new Reason(
                                stored.key(),
                                stored.args().stream().map(ReasonJson::words).toList(),
                                Optional.ofNullable(stored.field())))
                        .toList();
    }

    /** Localized texts are stored as an object with both languages. */
    private static Object words(Object arg) {
        return arg instanceof Map<?, ?> map && map.get("zh") instanceof String zh && map.get("en") instanceof String en
                ? new LocalizedText(zh, en)
                : arg;
    }
}
