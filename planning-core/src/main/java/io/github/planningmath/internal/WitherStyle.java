package io.github.planningmath.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How the withers of records are generated. In an annotation of its own, because compilers read what stands on the root
 * package and warn everybody below it who does not have the generator.
 */
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        // A wither takes what its component takes, and leaves copying and checking to the record.
        builtinContainerAttributes = false,
        // None of the annotations it could find on the path: users would need their classes too.
        allowedClasspathAnnotations = Override.class)
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface WitherStyle {}
