package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.Lead;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The CRM of the company that sells call tracking, through the year before its plan: in truth the order page lost customers in July, the
 * consultative tier sells less than is planned, and few of the strategic leads can be told yet. The same seed gives the same leads.
 *
 * @param seed of the random numbers
 */
record SimulatedCrm(long seed) implements LeadSource {

    static final LocalDate THROUGH = LocalDate.of(2026, 12, 31);

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate CHANGE = LocalDate.of(2026, 7, 1);

    /** Leads of a product over a channel, of which a share buys after a wait: its median in days, and the spread of its logarithm. */
    private record Stream(
            String product,
            String channel,
            int leads,
            double before,
            double after,
            double median,
            double spread,
            int price) {}

    private static final List<Stream> STREAMS = List.of(
            new Stream("Tracking numbers", "site", 1_500, 0.32, 0.23, 4, 1.1, 190),
            new Stream("Tracking numbers", "e-mail", 500, 0.30, 0.22, 5, 1.1, 190),
            new Stream("Missed-call text", "social", 700, 0.31, 0.22, 4, 1.0, 90),
            new Stream("Call source whisper", "site", 520, 0.17, 0.17, 32, 0.9, 1_400),
            new Stream("Call source whisper", "calls", 260, 0.29, 0.29, 18, 0.9, 1_400),
            new Stream("Call recording", "site", 300, 0.16, 0.16, 35, 0.9, 2_200),
            new Stream("Call recording", "webinars", 240, 0.12, 0.12, 45, 0.9, 2_200),
            new Stream("Call recording", "e-mail", 160, 0.15, 0.15, 38, 0.9, 2_200),
            new Stream("Call recording", "partners", 30, 0.4, 0.4, 30, 0.9, 2_200),
            new Stream("End-to-end analytics", "partners", 70, 0.13, 0.13, 120, 0.6, 16_000),
            new Stream("Contact centre turnkey", "key accounts", 50, 0.12, 0.12, 140, 0.6, 38_000),
            // the CRM has products that the plan does not
            new Stream("Training", "site", 40, 0.3, 0.3, 10, 0.8, 500));

    private static final double LOST = 0.55;
    private static final double DAYS_TO_LOSS = 40;

    @Override
    public String name() {
        return "a simulated CRM, seed " + seed;
    }

    @Override
    public FunnelHistory read() {
        Random random = new Random(seed);
        List<Lead> leads = new ArrayList<>();
        for (Stream stream : STREAMS) {
            for (int lead = 0; lead < stream.leads(); lead++) {
                leads.add(lead(stream, "L" + leads.size(), random));
            }
        }
        return FunnelHistory.from(leads);
    }

    private static Lead lead(Stream stream, String id, Random random) {
        int days = (int) ChronoUnit.DAYS.between(FIRST, THROUGH) + 1;
        LocalDate entered = FIRST.plusDays(random.nextInt(days));
        double share = entered.isBefore(CHANGE) ? stream.before() : stream.after();
        boolean buys = random.nextDouble() < share;
        double wait = stream.median() * Math.exp(stream.spread() * random.nextGaussian());
        boolean isLost = random.nextDouble() < LOST;
        double untilLoss = -DAYS_TO_LOSS * Math.log(1 - random.nextDouble());
        Lead.Builder lead = Lead.builder(id, entered).product(stream.product()).channel(stream.channel());
        @Nullable LocalDate ended = ended(entered, buys ? wait : isLost ? untilLoss : Double.MAX_VALUE);
        if (ended == null) {
            return lead.build();
        }
        return buys
                ? lead.won(ended, String.valueOf(stream.price() * (80 + random.nextInt(31)) / 100), "EUR")
                        .build()
                : lead.lost(ended).build();
    }

    private static @Nullable LocalDate ended(LocalDate entered, double days) {
        double left = ChronoUnit.DAYS.between(entered, THROUGH) + 1.0;
        return days < left ? entered.plusDays((long) days) : null;
    }
}
