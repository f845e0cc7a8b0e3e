package io.github.planningmath.internal;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a record is read from a document, and written to it, where its components are not just the keys: some may be left out, or
 * what it holds stands there by itself. In annotations of their own, because javac reads what stands on a public type and warns
 * everybody who compiles against it without Jackson.
 */
public final class DocumentForm {

    private DocumentForm() {}

    /** Makes a record of what a document gives. */
    @JacksonAnnotationsInside
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
    public @interface Read {}

    /** Gives what is written for a record. */
    @JacksonAnnotationsInside
    @JsonValue
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Written {}

    /** Writes only what is given of a part. */
    @JacksonAnnotationsInside
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface GivenOnly {}

    /** Writes a duration as people do, {@code "PT20S"}, whatever the mapper's settings are. */
    @JacksonAnnotationsInside
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
    public @interface Text {}

    /** Takes the keys that a part of a document does not know. */
    @JacksonAnnotationsInside
    @JsonAnySetter
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface OtherKeys {}
}
