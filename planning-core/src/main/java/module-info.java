import org.jspecify.annotations.NullMarked;

/**
 * Planning: one plan for marketing and sales, from a profit goal to whole-number norms that both departments share, and
 * that add up.
 *
 * <p>The packages are listed in dependency order: each imports only from those above it.
 */
// Immutables names its module in the manifest only; it is not there at run time.
// Jackson is there only for who uses it, and then reads and writes documents by what is not public as well.
@SuppressWarnings({"requires-automatic", "module"})
@NullMarked
module io.github.planningmath.core {
    requires static transitive org.jspecify;
    requires static com.fasterxml.jackson.annotation;
    requires static org.immutables.value.annotations;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.sampling;

    exports io.github.planningmath.quantity;
    exports io.github.planningmath.traffic;
    exports io.github.planningmath.sales;
    exports io.github.planningmath.product;
    exports io.github.planningmath.kpi;
    exports io.github.planningmath.allocation;
    exports io.github.planningmath.lifetime;
    exports io.github.planningmath.plan;
    exports io.github.planningmath.staffing;
    exports io.github.planningmath.resource;
    exports io.github.planningmath.review;
    exports io.github.planningmath.accord;

    opens io.github.planningmath.quantity to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.traffic to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.sales to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.product to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.kpi to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.allocation to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.lifetime to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.plan to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.staffing to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.resource to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.review to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.accord to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
}
