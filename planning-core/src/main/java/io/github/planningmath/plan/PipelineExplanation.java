package io.github.planningmath.plan;

import io.github.planningmath.plan.Derivation.Given;

/** What is expected of a product's open pipeline, with the fraction that was left over before: where derivations of deals end. */
record PipelineExplanation(ProductLine line, CellLabels labels, CumulativeCounts leads) {

    Derivation through(int month) {
        return Given.of(
                "deals expected of the open pipeline" + labels.through(month),
                NormValue.Exact.of(DealCourse.of(line, leads).exactlyExpected(month)));
    }
}
