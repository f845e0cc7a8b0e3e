package io.github.planningmath.risk;

import io.github.planningmath.internal.NormalLaw;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Paths of a plan in whole counts: what would come of its visits, open leads and customers, month by month, over and over. For
 * events of several norms at once, which no closed form tells: {@code simulation.chance(path -> all norms are met)}. For a single norm
 * {@link PlanRisk} is a hundred thousand times as fast.
 *
 * <p>On each path the doubted constants are drawn once. Each path has random numbers of its own, made of the seed and its number: so the
 * same seed gives the same paths on one core and on all, and the first of more paths are the same.
 */
public final class Simulation {

    private static final double NORMAL_95 = 1.959963984540054;

    private final Exposure exposure;
    private final Knowledge knowledge;
    private final long paths;
    private final long seed;
    private final Map<Norm, Measured> measured = new ConcurrentHashMap<>();

    /** What is asked of every path. */
    private record Norm(Kpi kpi, Scope scope) {}

    /** What that is, and what of it is decided. */
    private record Measured(Measurement measurement, Decided decided) {

        static Measured of(Exposure exposure, Norm norm) {
            Measurement measurement = Measurement.of(exposure, norm.kpi(), norm.scope());
            if (measurement.stage() == Measurement.Stage.OPEN_LEAD) {
                throw new IllegalArgumentException("Simulation.kpi must be one that a path counts, but was "
                        + norm.kpi().label() + ". Perhaps leads was meant.");
            }
            return new Measured(measurement, new Decided(exposure, measurement));
        }
    }

    private Simulation(Exposure exposure, Knowledge knowledge, long paths, long seed) {
        this.exposure = exposure;
        this.knowledge = knowledge;
        this.paths = paths;
        this.seed = seed;
    }

    /**
     * Ten thousand paths of a plan.
     *
     * @param plan the plan
     * @param uncertainty how well its constants are known
     * @return the simulation
     * @throws IllegalArgumentException as for {@link PlanRisk#of}
     */
    public static Simulation of(Plan plan, Uncertainty uncertainty) {
        Required.present(plan, "Simulation.plan");
        Required.present(uncertainty, "Simulation.uncertainty");
        Knowledge knowledge = new Knowledge(plan.constants(), uncertainty);
        return of(new Exposure(plan, knowledge.places()), knowledge);
    }

    static Simulation of(Exposure exposure, Knowledge knowledge) {
        return new Simulation(exposure, knowledge, 10_000, 1);
    }

    /**
     * This simulation with another number of paths.
     *
     * @param number at least 1
     * @return the simulation; the first paths are the same
     * @throws IllegalArgumentException if it is below 1
     */
    public Simulation withPaths(long number) {
        if (number >= 1) {
            return new Simulation(exposure, knowledge, number, seed);
        }
        throw new IllegalArgumentException("Simulation.paths must be at least 1, but was " + number + ".");
    }

    /**
     * This simulation with other random numbers.
     *
     * @param other any number
     * @return the simulation
     */
    public Simulation withSeed(long other) {
        return new Simulation(exposure, knowledge, paths, other);
    }

    /**
     * The chance of an event, on all cores.
     *
     * @param event what is looked at on each path, perhaps by several threads at once
     * @return the share of paths on which it happens, with half the width of its 95 % interval
     */
    public Chance chance(Predicate<? super Path> event) {
        Required.present(event, "Simulation.event");
        long happened = LongStream.range(0, paths)
                .parallel()
                .filter(number -> event.test(path(number)))
                .count();
        double share = (double) happened / paths;
        // two successes and failures more keep the interval from closing where the event is rare (Agresti and Coull)
        double near = (happened + 2.0) / (paths + 4.0);
        return new Chance(share, NORMAL_95 * Math.sqrt(near * (1 - near) / (paths + 4)), 0.0);
    }

    /**
     * What a key figure comes to, path by path.
     *
     * @param kpi a count or a sum of money
     * @param scope over what
     * @return a value a path, in order of the paths
     * @throws IllegalArgumentException as for {@link PlanRisk#chance(Kpi, Scope, long)}
     */
    public DoubleStream values(Kpi kpi, Scope scope) {
        measured.computeIfAbsent(new Norm(kpi, scope), norm -> Measured.of(exposure, norm));
        return LongStream.range(0, paths).mapToDouble(number -> path(number).value(kpi, scope));
    }

    private Path path(long number) {
        SplittableRandom random =
                new SplittableRandom(SobolSequence.mixed(SobolSequence.mixed(seed) + number * 0x9E3779B97F4A7C15L));
        double[] scores = new double[knowledge.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = NormalLaw.score((random.nextLong() >>> 11) * 0x1p-53 + 0x1p-54);
        }
        return new Path(exposure, knowledge.at(scores), new BinomialDraws(random), measured);
    }

    /** What came, on one path. */
    public static final class Path {

        private final Exposure exposure;
        private final double[] draws;
        private final BinomialDraws binomial;
        private final Map<Norm, Measured> measured;
        private final long[] contacts;
        private final long[] leads;

        /** Whether there is one more for what rounding left over. */
        private final boolean[] oneMore;

        /** By product and month. */
        private final long[][] won;

        private final long[][] repeats;
        private final long[][] base;
        private final long[][] kept;
        private final long[][] lost;

        private Path(Exposure exposure, double[] draws, BinomialDraws binomial, Map<Norm, Measured> measured) {
            this.measured = measured;
            this.exposure = exposure;
            this.draws = draws;
            this.binomial = binomial;
            int cells = exposure.visits().size();
            int months = exposure.months();
            int products = exposure.products().size();
            contacts = new long[cells];
            leads = new long[cells];
            oneMore = new boolean[exposure.leftOver().size()];
            won = new long[products][months];
            repeats = new long[products][months];
            base = new long[products][months];
            kept = new long[products][months];
            lost = new long[products][months];
            visit();
            decideOpenLeads();
            addLeftOver();
            for (int product = 0; product < products; product++) {
                live(product);
            }
        }

        private void visit() {
            for (int i = 0; i < contacts.length; i++) {
                Exposure.Visits cell = exposure.visits().get(i);
                int month = cell.month();
                contacts[i] = binomial.successes(
                        cell.count(), exposure.siteConversion(cell.channel()).at(month, draws));
                leads[i] = binomial.successes(
                        contacts[i], exposure.warmUpRate(cell.channel()).at(month, draws));
                sell(leads[i], cell.product(), cell.channel(), month);
            }
        }

        private void sell(long of, int product, String channel, int month) {
            decide(of, product, channel, month, exposure.products().get(product).cycle());
        }

        /** Decides leads by the shares that are due in a month and those after it; those of months beyond the plan stay open. */
        private void decide(long of, int product, String channel, int from, double[] shares) {
            long open = of;
            double rest = 1;
            for (int age = 0; age < shares.length && from + age < exposure.months(); age++) {
                long due = binomial.successes(open, shares[age] / rest);
                open -= due;
                rest -= shares[age];
                int made = from + age;
                won[product][made] += binomial.successes(
                        due, exposure.managerConversion(product, channel, made).at(made, draws));
            }
        }

        private void decideOpenLeads() {
            for (Exposure.OpenLeads cell : exposure.openLeads()) {
                StillOpen stillOpen = cell.stillOpen();
                double likelier = stillOpen == null ? 1 : stillOpen.at(cell.from(), draws);
                double[] due =
                        Arrays.stream(cell.due()).map(share -> share * likelier).toArray();
                decide(cell.unsold(), cell.product(), cell.channel(), cell.from(), due);
            }
        }

        private void addLeftOver() {
            for (int i = 0; i < oneMore.length; i++) {
                Exposure.LeftOver each = exposure.leftOver().get(i);
                String channel = each.channel();
                oneMore[i] = binomial.successes(1, each.chance()) == 1;
                if (!oneMore[i]) {
                    continue;
                }
                if (each.counted() == Position.Rounded.LEADS && channel != null) {
                    sell(1, each.product(), channel, 0);
                } else if (each.counted() == Position.Rounded.NEW_DEALS) {
                    won[each.product()][0]++;
                } else if (each.counted() == Position.Rounded.REPEAT_DEALS) {
                    repeats[each.product()][0]++;
                }
            }
        }

        /** Month by month, customers first buy again, then stay or leave, and who was won joins. */
        private void live(int product) {
            int months = exposure.months();
            int oldest = 0;
            for (Exposure.Customers cohort : exposure.customers()) {
                oldest = cohort.product() == product ? Math.max(oldest, cohort.age()) : oldest;
            }
            long[] byAge = new long[oldest + months + 2];
            for (Exposure.Customers cohort : exposure.customers()) {
                if (cohort.product() == product) {
                    byAge[cohort.age()] += binomial.successes(cohort.count(), cohort.chance());
                }
            }
            Exposure.RepeatTerms terms = exposure.products().get(product).repeats();
            for (int month = exposure.start(); month < months; month++) {
                for (int age = oldest + month - exposure.start(); age >= 0; age--) {
                    long customers = byAge[age];
                    repeats[product][month] += binomial.events(customers * terms.repeat(month, age, draws));
                    long stay = binomial.successes(customers, terms.retention(month, age, draws));
                    kept[product][month] += stay;
                    lost[product][month] += customers - stay;
                    byAge[age + 1] = stay;
                }
                byAge[0] = won[product][month];
                for (long customers : byAge) {
                    base[product][month] += customers;
                }
            }
        }

        /**
         * What a key figure came to.
         *
         * @param kpi a count or a sum of money
         * @param scope over what
         * @return the value
         * @throws IllegalArgumentException as for {@link PlanRisk#chance(Kpi, Scope, long)}, or if it is open leads
         */
        public double value(Kpi kpi, Scope scope) {
            Measured asked = measured.computeIfAbsent(new Norm(kpi, scope), norm -> Measured.of(exposure, norm));
            Measurement measurement = asked.measurement();
            double sum = switch (measurement.stage()) {
                case VISIT, OPEN_LEAD -> 0;
                case CONTACT -> ofCells(measurement, contacts, Position.Rounded.CONTACTS);
                case LEAD -> ofCells(measurement, leads, Position.Rounded.LEADS);
                case DEAL -> ofDeals(measurement);
            };
            return sum
                    + asked.decided().planned().doubleValue()
                    + asked.decided().byDraw(draws);
        }

        private double ofCells(Measurement measurement, long[] counts, Position.Rounded counted) {
            double sum = 0;
            for (int i = 0; i < counts.length; i++) {
                Exposure.Visits cell = exposure.visits().get(i);
                if (measurement.has(cell.month()) && has(measurement, cell.product(), cell.channel())) {
                    sum += counts[i];
                }
            }
            for (int i = 0; i < oneMore.length; i++) {
                Exposure.LeftOver each = exposure.leftOver().get(i);
                String channel = each.channel();
                if (oneMore[i]
                        && each.counted() == counted
                        && measurement.has(0)
                        && channel != null
                        && has(measurement, each.product(), channel)) {
                    sum++;
                }
            }
            return sum;
        }

        private boolean has(Measurement measurement, int product, String channel) {
            return measurement.has(exposure.products().get(product)) && measurement.has(channel);
        }

        private double ofDeals(Measurement measurement) {
            double sum = 0;
            for (int product = 0; product < won.length; product++) {
                Exposure.ProductTerms terms = exposure.products().get(product);
                if (!measurement.has(terms)) {
                    continue;
                }
                for (int month = measurement.from(); month <= measurement.to(); month++) {
                    double perDeal = measurement.perDeal(terms, month, draws);
                    double perRepeat = measurement.perRepeat(terms, month, draws);
                    sum += switch (measurement.kpi()) {
                        case BASE -> month == measurement.to() ? base[product][month] : 0;
                        case CUSTOMERS_KEPT -> kept[product][month];
                        case CUSTOMERS_LOST -> lost[product][month];
                        default ->
                            won[product][month] * measurement.ofNewDeal(month, perDeal)
                                    + repeats[product][month] * measurement.ofRepeatDeal(perRepeat);
                    };
                }
            }
            return sum;
        }
    }
}
