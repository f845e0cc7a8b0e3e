package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.accord.Arbitration;
import io.github.planningmath.evidence.KnownLeads;
import io.github.planningmath.evidence.LeadCount;
import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.evidence.OwnCurve;
import io.github.planningmath.evidence.Pooling;
import io.github.planningmath.evidence.RateDrift;
import io.github.planningmath.evidence.RateEstimate;
import io.github.planningmath.evidence.RateEvidence;
import io.github.planningmath.evidence.RateEvidence.Range;
import io.github.planningmath.examples.pages.Chart;
import io.github.planningmath.examples.pages.Frame;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesTier;
import java.awt.BasicStroke;
import java.awt.Color;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a study. */
final class Charts {

    private static final BasicStroke LINE = new BasicStroke(2.2f);
    private static final BasicStroke THIN = new BasicStroke(1.2f);
    private static final BasicStroke DASHED =
            new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0);
    private static final int STEPS = 12;
    private static final int POINTS = 120;
    private static final Color[] FROM_FEW_TO_MANY = {new Color(0xF7E9D7), new Color(0xB8D6E8), new Color(0x6FA8D6)};
    private static final Map<SalesTier, Color> BY_TIER = Map.of(
            SalesTier.TRANSACTIONAL, Chart.BLUE,
            SalesTier.CONSULTATIVE, Chart.ORANGE,
            SalesTier.STRATEGIC, Chart.GREEN);

    private Charts() {}

    static List<Chart> of(Study study, Words words) {
        List<Chart> charts = new ArrayList<>();
        SalesTier tier = study.drawn();
        String name = words.labels().of(tier);
        KnownLeads leads = study.leads(tier);
        Curve curve = Curve.of(leads, study.window());
        charts.add(Chart.of(
                "curve",
                words.text("curve.title", name),
                words.text("curve.caption", curve.seen()),
                frame -> curve(curve, words, frame)));
        charts.add(Chart.of(
                "triangle",
                words.text("triangle.title", name),
                words.text("triangle.caption"),
                frame -> triangle(leads, study, words, frame)));
        Map<SalesTier, RateDrift> drifts = study.drifts();
        if (!drifts.isEmpty()) {
            charts.add(Chart.of(
                    "drift",
                    words.text("drift.title"),
                    words.text("drift.caption", Study.COMMON_DAYS),
                    frame -> drift(drifts, study.window().until(), words, frame)));
        }
        Map<String, RateEstimate> byChannel = Report.byChannel(study);
        Pooling pooling = Report.pooling(byChannel);
        if (pooling != null) {
            charts.add(Chart.of(
                    "channels",
                    words.text("channels.title", name),
                    words.text("channels.caption"),
                    frame -> channels(byChannel, pooling, words, frame)));
        }
        for (Study.Quarrel quarrel : study.quarrels()) {
            Arbitration arbitration = quarrel.arbitration();
            if (arbitration != null) {
                String of = Report.conversion(quarrel.claim().conversion(), words);
                charts.add(Chart.of(
                        "quarrel" + charts.size(),
                        words.text("quarrel.drawn", of),
                        words.text("quarrel.caption"),
                        frame -> quarrel(arbitration, words, frame)));
            }
        }
        return charts;
    }

    private static XYSeries line(
            XYChart chart, String name, List<Double> x, List<Double> y, Color color, BasicStroke stroke) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(stroke);
        return series;
    }

    /**
     * The share won by age, seen and by curves beyond.
     *
     * @param seen the oldest age at which enough leads are seen, in days
     * @param days ages, in days
     * @param values what is said at each of them
     * @param ranges and its range
     * @param own what was seen at each day
     */
    private record Curve(int seen, List<Double> days, List<Double> values, List<Range> ranges, List<Double> own) {

        static Curve of(KnownLeads leads, Study.Window window) {
            OwnCurve curve = OwnCurve.of(leads);
            List<Double> days = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            List<Range> ranges = new ArrayList<>();
            int seen = 0;
            for (int step = 1; step <= STEPS; step++) {
                int day = Math.max(1, window.within() * step / STEPS);
                RateEstimate estimate =
                        Study.estimate(window.estimator().within(day).rate(leads));
                if (estimate != null) {
                    seen = Math.max(seen, estimate.seenDays());
                    days.add((double) day);
                    values.add(100 * estimate.value());
                    ranges.add(estimate.range(Report.LEVEL));
                }
            }
            List<Double> own = IntStream.rangeClosed(0, seen)
                    .mapToObj(day -> 100 * curve.won(day))
                    .toList();
            return new Curve(seen, days, values, ranges, own);
        }
    }

    private static XYChart curve(Curve curve, Words words, Frame frame) {
        XYChart chart = frame.lines(words.text("curve.days"), words.text("curve.share"));
        line(
                chart,
                words.text("curve.seen"),
                IntStream.rangeClosed(0, curve.seen())
                        .mapToObj(day -> (double) day)
                        .toList(),
                curve.own(),
                Chart.BLUE,
                LINE);
        if (!curve.days().isEmpty()) {
            line(chart, words.text("curve.estimate"), curve.days(), curve.values(), Chart.ORANGE, DASHED);
            line(
                    chart,
                    words.text("range"),
                    curve.days(),
                    curve.ranges().stream().map(range -> 100 * range.lower()).toList(),
                    Chart.GREY,
                    THIN);
            line(
                            chart,
                            "upper",
                            curve.days(),
                            curve.ranges().stream()
                                    .map(range -> 100 * range.upper())
                                    .toList(),
                            Chart.GREY,
                            THIN)
                    .setShowInLegend(false);
        }
        chart.getStyler().setYAxisMin(0.0);
        return chart;
    }

    /** By month of lead and months since, the share of the leads that were won; what nobody has seen yet stays empty. */
    private static HeatMapChart triangle(KnownLeads leads, Study study, Words words, Frame frame) {
        YearMonth last = YearMonth.from(study.window().until());
        TreeMap<YearMonth, long[]> won = new TreeMap<>();
        Map<YearMonth, Long> all = new LinkedHashMap<>();
        for (LeadCount count : leads.counts()) {
            YearMonth month = YearMonth.from(count.entered());
            int size = (int) ChronoUnit.MONTHS.between(month, last) + 1;
            long[] row = won.computeIfAbsent(month, any -> new long[size]);
            all.merge(month, count.leads(), Long::sum);
            if (count.outcome() == Outcome.WON) {
                YearMonth of = YearMonth.from(count.entered().plusDays(Objects.requireNonNull(count.age())));
                row[(int) ChronoUnit.MONTHS.between(month, of)] += count.leads();
            }
        }
        List<String> months = won.keySet().stream().map(YearMonth::toString).toList();
        int longest = won.values().stream().mapToInt(row -> row.length).max().orElse(1);
        List<Number[]> cells = new ArrayList<>();
        int place = 0;
        for (Map.Entry<YearMonth, long[]> row : won.entrySet()) {
            long sum = 0;
            for (int age = 0; age < row.getValue().length; age++) {
                sum += row.getValue()[age];
                cells.add(new Number[] {age, place, 100.0 * sum / Objects.requireNonNull(all.get(row.getKey()))});
            }
            place++;
        }
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(frame.width())
                .height(frame.height())
                .xAxisTitle(words.text("triangle.since"))
                .yAxisTitle(words.text("triangle.month"))
                .build();
        Chart.style(chart.getStyler());
        chart.getStyler()
                .setRangeColors(FROM_FEW_TO_MANY)
                .setMin(0)
                .setDrawBorder(false)
                .setShowValue(!frame.isNarrow())
                .setHeatMapValueDecimalPattern("0'%'");
        chart.addSeries(
                words.text("curve.share"), IntStream.range(0, longest).boxed().toList(), months, cells);
        return chart;
    }

    private static CategoryChart drift(Map<SalesTier, RateDrift> drifts, LocalDate until, Words words, Frame frame) {
        CategoryChart chart = frame.categories("", words.text("curve.share"));
        TreeSet<YearMonth> months = new TreeSet<>();
        drifts.values()
                .forEach(drift -> drift.months().stream()
                        .map(RateDrift.Month::month)
                        .filter(month -> !month.atEndOfMonth()
                                .plusDays(Study.COMMON_DAYS)
                                .isAfter(until))
                        .forEach(months::add));
        drifts.forEach((tier, drift) -> {
            Map<YearMonth, Double> shares = new LinkedHashMap<>();
            drift.months()
                    .forEach(month ->
                            shares.put(month.month(), month.leads() == 0 ? 0 : 100.0 * month.won() / month.leads()));
            List<Double> values = new ArrayList<>();
            months.forEach(month -> values.add(shares.getOrDefault(month, 0.0)));
            chart.addSeries(
                            words.labels().of(tier),
                            months.stream().map(YearMonth::toString).toList(),
                            values)
                    .setFillColor(BY_TIER.get(tier));
        });
        frame.everyLabel(chart.getStyler());
        return chart;
    }

    private static CategoryChart channels(
            Map<String, RateEstimate> byChannel, Pooling pooling, Words words, Frame frame) {
        CategoryChart chart = frame.categories("", words.text("curve.share"));
        List<String> names = List.copyOf(byChannel.keySet());
        bar(chart, words.text("plain"), names, Chart.GREY, name -> {
            RateEvidence evidence = estimate(byChannel, name).evidence();
            return (double) evidence.won() / Math.max(1, evidence.leads());
        });
        bar(
                chart,
                words.text("by-facts"),
                names,
                Chart.BLUE,
                name -> estimate(byChannel, name).value());
        bar(chart, words.text("pooled"), names, Chart.ORANGE, pooling::rate);
        frame.everyLabel(chart.getStyler());
        return chart;
    }

    private static RateEstimate estimate(Map<String, RateEstimate> byChannel, String name) {
        return Objects.requireNonNull(byChannel.get(name));
    }

    private static void bar(
            CategoryChart chart, String series, List<String> names, Color color, ToDoubleFunction<String> share) {
        chart.addSeries(
                        series,
                        names,
                        names.stream()
                                .map(name -> 100 * share.applyAsDouble(name))
                                .toList())
                .setFillColor(color);
    }

    /** How likely the leads are by the rate, both claims, and the share at which none is favoured. */
    private static XYChart quarrel(Arbitration arbitration, Words words, Frame frame) {
        double won = arbitration.evidence().effectiveWon();
        double lost = arbitration.evidence().effectiveLeads() - won;
        double best = won / (won + lost);
        double most = Math.min(
                1,
                2
                        * Math.max(
                                best,
                                Math.max(
                                        arbitration.first().toDouble(),
                                        arbitration.second().toDouble())));
        List<Double> rates = new ArrayList<>();
        List<Double> likelihoods = new ArrayList<>();
        for (int point = 1; point < POINTS; point++) {
            double rate = most * point / POINTS;
            rates.add(100 * rate);
            double log = won * Math.log(rate / best) + lost * (Math.log1p(-rate) - Math.log1p(-best));
            likelihoods.add(100 * Math.exp(log));
        }
        XYChart chart = frame.lines(words.text("quarrel.rate"), words.text("quarrel.likelihood"));
        line(chart, words.text("quarrel.by-rate"), rates, likelihoods, Chart.GREY, LINE);
        upright(chart, words.text("in-plan"), arbitration.first(), Chart.BLUE);
        upright(chart, words.text("claim"), arbitration.second(), Chart.ORANGE);
        double undecided = 100 * arbitration.undecidedShare();
        line(chart, words.text("undecided"), List.of(undecided, undecided), List.of(0.0, 100.0), Chart.GREEN, DASHED);
        return chart;
    }

    private static void upright(XYChart chart, String name, Rate rate, Color color) {
        double at = 100 * rate.toDouble();
        line(chart, name, List.of(at, at), List.of(0.0, 100.0), color, LINE);
    }
}
