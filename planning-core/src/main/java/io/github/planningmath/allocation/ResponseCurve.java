package io.github.planningmath.allocation;

/**
 * What spending brings on a channel in a period: leads, contacts, visits or revenue, by the money spent.
 *
 * <p>Every curve begins at {@code value(0) = 0}, never falls, and is concave beyond its {@link #inflection()}. Spend is in
 * units of the currency, the outcome in any unit; both are statistics.
 */
@ResponseCurveJson
public sealed interface ResponseCurve
        permits LinearResponse,
                PowerResponse,
                LogarithmicResponse,
                ExponentialResponse,
                MichaelisMenten,
                Hill,
                PiecewiseLinear,
                Adstock {

    /**
     * The outcome of a spend.
     *
     * @param spend at least 0, finite
     * @return at least 0
     * @throws IllegalArgumentException if the spend is not accepted
     */
    double value(double spend);

    /**
     * The marginal return: what a further unit of money brings, {@code d value / d spend}.
     *
     * <p>At a kink it is the return of the money that follows.
     *
     * @param spend at least 0, finite
     * @return at least 0; infinite at 0 where the curve rises there without bound
     * @throws IllegalArgumentException if the spend is not accepted
     */
    double marginal(double spend);

    /**
     * The greatest spend up to which, on the concave part, every unit of money brings at least a marginal return.
     *
     * @param marginal at least 0, finite
     * @return the spend; 0 where no unit brings so much, infinite where all do
     * @throws IllegalArgumentException if the marginal return is not accepted
     */
    double inverseMarginal(double marginal);

    /**
     * The least spend that brings an outcome.
     *
     * @param outcome at least 0, finite
     * @return the spend; infinite where none brings so much
     * @throws IllegalArgumentException if the outcome is not accepted
     */
    double spendFor(double outcome);

    /**
     * The spend up to which the marginal return rises.
     *
     * @return at least 0; 0 where the curve is concave
     */
    double inflection();

    /**
     * How the marginal return goes.
     *
     * @return S-shaped where the inflection is above 0, else concave
     */
    default Concavity concavity() {
        return inflection() > 0 ? Concavity.S_SHAPED : Concavity.CONCAVE;
    }

    /**
     * The same curve in other units: {@code scaled(spend, outcome).value(spend * x) = outcome * value(x)}.
     *
     * <p>From roubles to kopecks it is {@code scaled(100, 1)}.
     *
     * @param spend how many new units of spend an old one has, above 0 and finite
     * @param outcome how many new units of outcome an old one has, above 0 and finite
     * @return the curve in the new units
     */
    ResponseCurve scaled(double spend, double outcome);

    /**
     * Appends this curve to columns, for {@link ResponseColumns#add}.
     *
     * @param columns the columns
     */
    void addTo(ResponseColumns columns);
}
