package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.risk.UncertaintyShares;
import io.github.planningmath.risk.UncertaintyShares.Share;
import java.util.List;

/** What makes the profit uncertain, and what to measure first. */
final class DoubtSection {

    private DoubtSection() {}

    static Section of(Study study, Words words) {
        UncertaintyShares shares = study.shares();
        if (shares == null) {
            return new Section(words.text("doubt.title"), List.of(words.text("doubt.none")), List.of(), List.of());
        }
        Wording wording = new Wording(words);
        double deviation = study.profit().standardDeviation();
        Table table = new Table(
                List.of(words.text("doubt.constant"), words.text("doubt.owner"), words.text("doubt.known")),
                List.of(words.text("doubt.share"), words.text("doubt.left", study.currency())));
        for (Share share : shares.shares()) {
            table.row(
                    wording.of(share),
                    words.labels().of(share.owner()),
                    wording.of(study.uncertainty().doubts().get(share.drivers().get(0))),
                    wording.share(share.share()),
                    words.figures().whole(deviation * Math.sqrt(Math.max(0, 1 - share.alone()))));
        }
        table.row(words.text("doubt.luck"), "", "", wording.share(shares.luck()), "");
        Share first = shares.shares().get(0);
        return new Section(
                words.text("doubt.title"),
                List.of(words.text("doubt.lead", words.figures().whole(deviation), study.currency())),
                List.of(table),
                List.of(words.text("doubt.first", wording.of(first), wording.share(first.share()))));
    }
}
