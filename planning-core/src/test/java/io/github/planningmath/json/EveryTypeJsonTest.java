package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.planningmath.accord.Accord;
import io.github.planningmath.accord.Labels;
import io.github.planningmath.allocation.BudgetAllocation;
import io.github.planningmath.allocation.ContinuousAllocation;
import io.github.planningmath.allocation.CurveCost;
import io.github.planningmath.allocation.ResponseColumns;
import io.github.planningmath.allocation.ResponseFitter;
import io.github.planningmath.evidence.ConstantEstimate;
import io.github.planningmath.evidence.Estimates;
import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.HistoryReader;
import io.github.planningmath.evidence.KnownLeads;
import io.github.planningmath.evidence.LeadsInHand;
import io.github.planningmath.evidence.OwnCurve;
import io.github.planningmath.evidence.Pooling;
import io.github.planningmath.evidence.RateEstimate;
import io.github.planningmath.evidence.RateEstimator;
import io.github.planningmath.evidence.RateRefusal;
import io.github.planningmath.lifetime.CurveRepeat;
import io.github.planningmath.lifetime.CustomerColumns;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.FittedModel;
import io.github.planningmath.lifetime.HistoryCounts;
import io.github.planningmath.lifetime.HoldoutSplit;
import io.github.planningmath.lifetime.ModelRepeat;
import io.github.planningmath.lifetime.Scores;
import io.github.planningmath.lifetime.Scoring;
import io.github.planningmath.lifetime.SpendColumns;
import io.github.planningmath.plan.DealVolumes;
import io.github.planningmath.plan.Derivation;
import io.github.planningmath.plan.Funnel;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.Norms;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Solution;
import io.github.planningmath.plan.Solver;
import io.github.planningmath.plan.Unknown;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.resource.Bottleneck;
import io.github.planningmath.resource.Feasibility;
import io.github.planningmath.review.Attainment;
import io.github.planningmath.review.Elapsed;
import io.github.planningmath.review.PlanVersion;
import io.github.planningmath.review.Replan;
import io.github.planningmath.review.Verdict;
import io.github.planningmath.risk.Assurance;
import io.github.planningmath.risk.ConfidencePlanner;
import io.github.planningmath.risk.InformationValue;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Signal;
import io.github.planningmath.risk.Signals;
import io.github.planningmath.risk.Simulation;
import io.github.planningmath.staffing.DeskPlan;
import io.github.planningmath.staffing.HiringPlan;
import io.github.planningmath.staffing.InboundDesk;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.traffic.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every exported type is written by both Jacksons, alike and as what it is, and is read back equal unless it is listed here as a
 * view.
 */
class EveryTypeJsonTest {

    /** A new package is added here, and what {@link Samples} does not lead to yet to a list there. */
    private static final List<String> PACKAGES = List.of(
            "quantity",
            "traffic",
            "sales",
            "product",
            "kpi",
            "allocation",
            "lifetime",
            "plan",
            "staffing",
            "resource",
            "review",
            "evidence",
            "accord",
            "risk");

    /** What calculates, and is no result. */
    private static final Set<Class<?>> CALCULATORS = Set.of(
            BudgetAllocation.class,
            ResponseFitter.class,
            Scoring.class,
            DealVolumes.class,
            Funnel.class,
            Planner.class,
            Solver.class,
            Bottleneck.class,
            Labels.class,
            HistoryReader.class,
            RateEstimator.class,
            ConfidencePlanner.class,
            Simulation.class,
            Simulation.Path.class);

    /** What is written and not read back; its Javadoc says so. */
    private static final Set<Class<?>> VIEWS = Set.of(
            Apportionment.class,
            ContinuousAllocation.class,
            ResponseColumns.class,
            CustomerColumns.class,
            CustomerHistories.class,
            FittedModel.class,
            HistoryCounts.class,
            HoldoutSplit.class,
            Scores.class,
            SpendColumns.class,
            Derivation.Given.class,
            Derivation.Calculated.class,
            Derivation.LeastLeads.class,
            Derivation.Part.class,
            Derivation.Shortfalls.class,
            Derivation.Split.class,
            Norm.class,
            Norms.class,
            Outcome.Reached.class,
            Plan.class,
            PlanComparison.class,
            PlanComparison.Difference.class,
            Projection.class,
            Solution.class,
            Unknown.class,
            Feasibility.class,
            Attainment.class,
            Replan.class,
            Replan.Change.class,
            PlanVersion.Recomputed.class,
            Elapsed.class,
            Verdict.class,
            FunnelHistory.class,
            KnownLeads.class,
            Estimates.class,
            ConstantEstimate.class,
            HistoryReader.MonthsRead.class,
            LeadsInHand.class,
            OwnCurve.class,
            Pooling.Pooled.class,
            RateEstimate.class,
            RateRefusal.TooFew.class,
            RateRefusal.NoPlateau.class,
            Accord.class,
            PlanRisk.class,
            Assurance.Confident.class,
            Signal.class,
            Signals.class,
            Signals.Leaf.class,
            InformationValue.class);

    /** What is given shows its numbers as they were given, and so does what carries what rounding left over. */
    private static final Set<Class<?>> GIVEN = Set.of(
            Rate.class,
            Ratio.class,
            Channel.class,
            PlanningConstants.class,
            PlanDocument.class,
            Position.class,
            Position.Remainder.class);

    /** What a mapper is told of to read documents that hold them. */
    private static final Class<?>[] TOLD = {
        SalesTeam.class,
        InboundDesk.class,
        HiringPlan.class,
        DeskPlan.class,
        CurveCost.class,
        CurveRepeat.class,
        ModelRepeat.class
    };

    private static final ObjectMapper JACKSON_2 = DocumentMappers.jackson2();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 =
            DocumentMappers.jackson3().rebuild().registerSubtypes(TOLD).build();

    static {
        JACKSON_2.registerSubtypes(TOLD);
    }

    private static final Pattern ADDRESS = Pattern.compile("io\\.github\\.planningmath|@[0-9a-f]{6,8}\\b");
    private static final Pattern LONG_FRACTION = Pattern.compile("\\b\\d+/\\d{4,}\\b");

    private static final Map<Class<?>, List<Object>> INSTANCES = Reachable.from(Samples.all());

    /** Public classes whose enclosing ones are public too, but for builders, exceptions and what only has static methods. */
    private static Set<Class<?>> exportedTypes() {
        Path classes = classes();
        Set<Class<?>> types = new LinkedHashSet<>();
        for (String name : PACKAGES) {
            try (Stream<Path> files =
                    Files.list(classes.resolve("io/github/planningmath").resolve(name))) {
                files.map(file -> classes.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                        .sorted()
                        .map(file -> file.substring(0, file.length() - ".class".length())
                                .replace(classes.getFileSystem().getSeparator(), "."))
                        .map(EveryTypeJsonTest::type)
                        .filter(EveryTypeJsonTest::isWritten)
                        .forEach(types::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return types;
    }

    private static Path classes() {
        try {
            return Path.of(Rate.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, EveryTypeJsonTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static boolean isWritten(Class<?> type) {
        return isPublic(type)
                && !type.isInterface()
                && !Throwable.class.isAssignableFrom(type)
                && !type.getSimpleName().equals("Builder")
                && !CALCULATORS.contains(type);
    }

    private static boolean isPublic(Class<?> type) {
        return type == null || (Modifier.isPublic(type.getModifiers()) && isPublic(type.getEnclosingClass()));
    }

    @Test
    void samplesLeadToEveryExportedType() {
        Set<Class<?>> types = exportedTypes();
        assertThat(types).hasSizeGreaterThan(150);
        types.removeAll(INSTANCES.keySet());
        assertThat(types)
                .as("types that nothing in Samples leads to: add an instance there")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyTypeIsWrittenAlikeAndAsWhatItIs() {
        return exportedTypes().stream()
                .map(type -> dynamicTest(type.getName(), () -> {
                    for (Object instance : INSTANCES.getOrDefault(type, List.of())) {
                        written(instance);
                    }
                }));
    }

    private static void written(Object instance) throws IOException {
        String text = JACKSON_2.writeValueAsString(instance);
        JsonNode tree = JACKSON_2.readTree(text);
        assertThat(tree).isEqualTo(JACKSON_2.readTree(JACKSON_3.writeValueAsString(instance)));
        assertThat(text).isNotEqualTo("{}").doesNotContain("{},{}").doesNotContainPattern(ADDRESS);
    }

    @TestFactory
    Stream<DynamicTest> everyTypeThatIsNoViewIsReadBack() {
        return exportedTypes().stream()
                .filter(type -> !VIEWS.contains(type))
                .map(type -> dynamicTest(type.getName(), () -> {
                    for (Object instance : INSTANCES.getOrDefault(type, List.of())) {
                        readBack(instance, type);
                    }
                }));
    }

    private static void readBack(Object instance, Class<?> type) throws IOException {
        for (String text : List.of(JACKSON_2.writeValueAsString(instance), JACKSON_3.writeValueAsString(instance))) {
            assertThat((Object) JACKSON_2.readValue(text, type)).isEqualTo(instance);
            assertThat((Object) JACKSON_3.readValue(text, type)).isEqualTo(instance);
        }
    }

    /** In the comment of the type itself, or of the one that it belongs to. */
    @TestFactory
    Stream<DynamicTest> everyViewSaysThatItIsOne() {
        return VIEWS.stream()
                .map(type -> dynamicTest(type.getName(), () -> {
                    Path source = Path.of(
                            "src/main/java",
                            type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java");
                    assertThat(Files.readString(source).replaceAll("\\s+\\*?\\s*", " "))
                            .contains("As JSON it is a view, which is not read back");
                }));
    }

    /** People read percent and thousands. */
    @TestFactory
    Stream<DynamicTest> noTextShowsALongFraction() {
        return exportedTypes().stream()
                .filter(type -> !GIVEN.contains(type))
                .map(type -> dynamicTest(type.getName(), () -> {
                    for (Object instance : INSTANCES.getOrDefault(type, List.of())) {
                        assertThat(instance.toString())
                                .doesNotContainPattern(ADDRESS)
                                .doesNotContainPattern(LONG_FRACTION);
                    }
                }));
    }
}
