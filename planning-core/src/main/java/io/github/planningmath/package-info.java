/**
 * The root of the library: the types are in the packages below it, in the order in which the module exports them.
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
