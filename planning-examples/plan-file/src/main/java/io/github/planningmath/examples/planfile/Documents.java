package io.github.planningmath.examples.planfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads documents, and says in one line what is wrong with one: file, path in the document, rule. */
public final class Documents {

    /** The mapper that the library documents, for YAML: nothing unknown, nothing twice, no text for a number. */
    private static final ObjectMapper STRICT = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private static final String SHARE = "a share such as 2.5%, or \"1/40\" in quotes";

    private static final Map<Class<?>, String> KINDS = Map.ofEntries(
            Map.entry(Rate.class, SHARE),
            Map.entry(Ratio.class, SHARE),
            Map.entry(BigDecimal.class, "a number"),
            Map.entry(Double.class, "a number"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(Duration.class, "a duration such as PT20S, PT4M or PT1H30M"),
            Map.entry(LocalDate.class, "a day such as 2027-03-31"),
            Map.entry(YearMonth.class, "a month such as 2027-03"),
            Map.entry(Currency.class, "a currency such as EUR"),
            Map.entry(String.class, "a text"));

    private Documents() {}

    /**
     * Reads a document.
     *
     * @param name how messages name its file
     * @param file where it stands; absent where it is bundled
     * @param bundled the bytes of the bundled one
     * @param type what stands in it
     * @throws WrongInputException if there is no file, or a wrong one
     */
    public static <T> T read(String name, @Nullable Path file, Bundled bundled, Class<T> type) {
        try {
            return read(name, file == null ? bundled.bytes() : Files.readAllBytes(file), type);
        } catch (NoSuchFileException missing) {
            throw new WrongInputException(name + ": no such file");
        } catch (IOException unreadable) {
            throw new WrongInputException(name + ": cannot be read: " + unreadable.getMessage());
        }
    }

    /**
     * Writes a document.
     *
     * @param option how messages name the file
     * @param file where to
     * @param document what stands in it
     * @throws WrongInputException if it cannot be written there
     */
    public static void write(String option, Path file, Object document) {
        try {
            STRICT.writeValue(file.toFile(), document);
        } catch (IOException unwritable) {
            throw new WrongInputException(option + " " + file + " cannot be written: " + unwritable.getMessage());
        }
    }

    /**
     * What an example brings along.
     *
     * @param beside a class in whose package it stands
     * @param name its name
     */
    public record Bundled(Class<?> beside, String name) {

        /** Its bytes. */
        public byte[] bytes() throws IOException {
            try (InputStream stream = beside.getResourceAsStream(name)) {
                return Objects.requireNonNull(stream, name).readAllBytes();
            }
        }
    }

    private static <T> T read(String file, byte[] yaml, Class<T> type) throws IOException {
        try {
            T document = STRICT.readValue(yaml, type);
            if (document == null) {
                throw new WrongInputException(file + ": must be " + kind(type) + ", but was null");
            }
            return document;
        } catch (JsonProcessingException wrong) {
            throw new WrongInputException(file + ": " + refusal(wrong));
        }
    }

    private static String refusal(JsonProcessingException wrong) {
        MarkedYAMLException broken = brokenYaml(wrong);
        if (broken != null) {
            Mark at = broken.getProblemMark();
            return "line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1) + ": " + broken.getProblem();
        }
        if (wrong instanceof JsonMappingException unfit) {
            String path = path(unfit.getPath());
            return (path.isEmpty() ? "" : path + ": ") + rule(unfit);
        }
        return wrong.getOriginalMessage();
    }

    private static @Nullable MarkedYAMLException brokenYaml(Throwable wrong) {
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException broken) {
                return broken;
            }
        }
        return null;
    }

    /** The place in the document, such as "constants.channels[0].cost". */
    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String rule(JsonMappingException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return "unknown key; known are " + names(unknown.getKnownPropertyIds());
        }
        if (wrong instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return String.valueOf(refused.getCause().getMessage());
        }
        if (wrong instanceof InvalidTypeIdException unknown) {
            return "unknown type " + unknown.getTypeId();
        }
        if (wrong instanceof InvalidFormatException unread) {
            return "must be " + kind(unread.getTargetType()) + ", but was " + unread.getValue();
        }
        if (wrong instanceof MismatchedInputException other && other.getTargetType() != null) {
            return "must be " + kind(other.getTargetType());
        }
        return wrong.getOriginalMessage();
    }

    /** What is expected in words, such as "a whole number". */
    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + names(List.of(type.getEnumConstants()));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return KINDS.getOrDefault(type, "a group of keys");
    }

    private static String names(Collection<?> keys) {
        return keys.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
