package org.liudan.batches;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Reason;
import org.liudan.engine.Words;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a batch was told, and why orders of it were refused, as they are kept. */
final class BatchJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<KeptReason>> REASONS = new TypeReference<>() {};

    private record KeptReason(
            String key, List<Object> args, @Nullable String field) {}

    private BatchJson() {}

    static String write(Map<String, Object> answers) {
        return MAPPER.writeValueAsString(answers);
    }

    static Map<String, Object> answers(String json) {
        return MAPPER.readValue(json, ANSWERS);
    }

    static String write(List<Reason> reasons) {
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
                                kept.args().stream().map(BatchJson::words).toList(),
                                Optional.ofNullable(kept.field())))
                        .toList();
    }

    /** Words were written as their two languages. */
    private static Object words(Object arg) {
        return arg instanceof Map<?, ?> map && map.get("zh") instanceof String zh && map.get("en") instanceof String en
                ? new Words(zh, en)
                : arg;
    }
}
