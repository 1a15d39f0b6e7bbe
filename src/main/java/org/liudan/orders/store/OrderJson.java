package org.liudan.orders.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.liudan.calendar.Limit;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.OrderLinks;
import org.liudan.engine.order.OrderMessage;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/** The JSON in which events, orders and messages are stored, and the hash chain over the events of an order. */
public final class OrderJson {

    private static final JsonMapper MAPPER = mapper().build();

    private static final ObjectWriter EVENT = MAPPER.writerFor(Event.class);
    private static final ObjectWriter ORDER = MAPPER.writerFor(Order.class);
    private static final ObjectWriter MESSAGE = MAPPER.writerFor(OrderMessage.class);
    private static final ObjectReader MESSAGE_READER = MAPPER.readerFor(OrderMessage.class);
    private static final ObjectReader EVENT_READER = MAPPER.readerFor(Event.class);
    private static final ObjectReader ORDER_READER = MAPPER.readerFor(Order.class);

    /** The start of the hash chain: used as the previous hash of the first event. */
    public static final String INITIAL_HASH = "0".repeat(64);

    private OrderJson() {}

    static String write(Event event) {
        return EVENT.writeValueAsString(event);
    }

    static String write(Order order) {
        return ORDER.writeValueAsString(order);
    }

    static String write(OrderMessage message) {
        return MESSAGE.writeValueAsString(message);
    }

    public static OrderMessage letter(String body) {
        return MESSAGE_READER.readValue(body);
    }

    public static Event event(String body) {
        return EVENT_READER.readValue(body);
    }

    public static Order order(String state) {
        return ORDER_READER.readValue(state);
    }

    /**
     * The SHA-256 hash of an event: over the hash before it, the order it belongs to, and its own text.
     *
     * @param before the hash of the event before, in hexadecimal
     * @return the hash in hexadecimal
     */
    public static String hash(String before, int district, long order, String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(before));
            digest.update((district + "/" + order + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface TypeName {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface NonEmpty {}

    private static JsonMapper.Builder mapper() {
        var limits = new SimpleModule();
        limits.addSerializer(Limit.class, new ValueSerializer<Limit>() {
            @Override
            public void serialize(Limit limit, JsonGenerator json, SerializationContext context) {
                json.writeString(limit.toString());
            }
        });
        limits.addDeserializer(Limit.class, new ValueDeserializer<Limit>() {
            @Override
            public Limit deserialize(JsonParser json, DeserializationContext context) {
                return Limit.parse(json.getString()).orElseThrow();
            }
        });
        limits.addDeserializer(Instant.class, new ValueDeserializer<Instant>() {
            @Override
            public Instant deserialize(JsonParser json, DeserializationContext context) {
                return InstantParser.parse(json.getString());
            }
        });
        return JsonMapper.builder()
                .addModule(limits)
                .addMixIn(Actor.class, TypeName.class)
                .addMixIn(Change.class, TypeName.class)
                .addMixIn(OrderMessage.class, TypeName.class)
                .addMixIn(Order.class, NonEmpty.class)
                .addMixIn(OrderLinks.class, NonEmpty.class)
                .registerSubtypes(
                        new NamedType(Actor.Officer.class, "officer"),
                        new NamedType(Actor.Resident.class, "resident"),
                        new NamedType(Actor.Machine.class, "machine"),
                        new NamedType(Actor.Another.class, "another"),
                        new NamedType(OrderMessage.Raise.class, "raise"),
                        new NamedType(OrderMessage.Act.class, "act"),
                        new NamedType(OrderMessage.News.class, "news"),
                        new NamedType(OrderMessage.Join.class, "join"),
                        new NamedType(OrderMessage.Leave.class, "leave"),
                        new NamedType(OrderMessage.LetGo.class, "let-go"),
                        new NamedType(Change.Descended.class, "descended"),
                        new NamedType(Change.Opened.class, "opened"),
                        new NamedType(Change.Heard.class, "heard"),
                        new NamedType(Change.Merged.class, "merged"),
                        new NamedType(Change.Restored.class, "restored"),
                        new NamedType(Change.Gathered.class, "gathered"),
                        new NamedType(Change.Released.class, "released"),
                        new NamedType(Change.Sent.class, "sent"),
                        new NamedType(Change.Witnessed.class, "witnessed"),
                        new NamedType(Change.Admitted.class, "admitted"),
                        new NamedType(Change.Reversioned.class, "reversioned"),
                        new NamedType(Change.Arrived.class, "arrived"),
                        new NamedType(Change.Held.class, "held"),
                        new NamedType(Change.Joined.class, "joined"),
                        new NamedType(Change.Filled.class, "filled"),
                        new NamedType(Change.Counted.class, "counted"),
                        new NamedType(Change.Added.class, "added"),
                        new NamedType(Change.Concerned.class, "concerned"),
                        new NamedType(Change.Marked.class, "marked"),
                        new NamedType(Change.Lit.class, "lit"),
                        new NamedType(Change.Ticked.class, "ticked"),
                        new NamedType(Change.Took.class, "took"),
                        new NamedType(Change.Told.class, "told"))
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT));
    }
}
