package io.github.planningmath.examples.pages;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;

/** The templates that pages are made of. */
final class Template {

    static final Template PAGE = new Template("page.mustache");
    static final Template LEGEND = new Template("legend.mustache");
    static final Template WATERFALL = new Template("waterfall.mustache");

    private static final String FOLDER = "io/github/planningmath/examples/pages";

    private final Mustache mustache;

    private Template(String name) {
        mustache = new DefaultMustacheFactory(FOLDER).compile(name);
    }

    /** The template with what a content holds. */
    String with(Object content) {
        StringWriter html = new StringWriter();
        mustache.execute(html, content);
        return html.toString();
    }
}
