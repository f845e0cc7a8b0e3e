/**
 * The root of the library; the types are in the packages below it.
 *
 * <p>In dependency order, each package importing only from those before it: {@code quantity}, {@code traffic},
 * {@code sales}, {@code product}, {@code kpi}, {@code plan}.
 */
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        // A wither takes what its component takes, and leaves copying and checking to the record.
        builtinContainerAttributes = false,
        // None of the annotations it could find on the path: users would need their classes too.
        allowedClasspathAnnotations = Override.class)
package io.github.planningmath;

import org.immutables.value.Value;
