package io.github.planningmath.risk;

/** What is thought of one constant: its value at a normal score, in order. */
interface Marginal {

    double at(double score);

    double mean();
}
