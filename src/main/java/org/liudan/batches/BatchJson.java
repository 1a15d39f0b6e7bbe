package org.liudan.batches;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The answers of a batch as JSON in the database. */
final class BatchJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private BatchJson() {}

    static String write(Map<String, Object> answers) {
        return MAPPER.writeValueAsString(answers);
    }

    static Map<String, Object> answers(String json) {
        return MAPPER.readValue(json, ANSWERS);
    }
}
