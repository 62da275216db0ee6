package nl.meedoen.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Role;
import nl.meedoen.support.EveryObject;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.TestDatabase;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every statement of every page, in every role, finds its rows by an index. PostgreSQL is asked to avoid reading whole
 * tables: where its plan still does, no index serves the condition.
 */
@MeedoenTest
class IndexesTest {

    /** As large as the programme or the country's list of places, whatever the number of participants. */
    private static final Set<String> SMALL = Set.of(
            "region",
            "municipality",
            "social_service",
            "funding_source",
            "permit_kind",
            "work_form",
            "figure_area",
            "figure_refresh");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern MARK = Pattern.compile("'[^']*'|\\?\\?|([-+] )?\\?");
    private static final Pattern WHOLE = Pattern.compile("Seq Scan on (\\w+)");

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    EveryObject objects;

    @Autowired
    StatementCounter counter;

    @Autowired
    Environment environment;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void servesEveryStatementOfEveryPage() throws Exception {
        Map<String, String> statements = statements();
        assertThat(statements).hasSizeGreaterThan(150);
        Map<String, Set<String>> whole = new TreeMap<>();
        try (Connection connection = plain();
                Statement explain = connection.createStatement()) {
            explain.execute("set enable_seqscan = off");
            for (Map.Entry<String, String> sent : statements.entrySet()) {
                for (String table : tables(explain, sent.getKey())) {
                    whole.computeIfAbsent(table, first -> new TreeSet<>())
                            .add(sent.getValue() + ": " + sent.getKey().replaceAll("\\s+", " "));
                }
            }
        }
        assertThat(whole).isEmpty();
    }

    /** Each statement that reads or changes rows, with a page that sends it. */
    private Map<String, String> statements() throws Exception {
        Map<String, String> statements = new LinkedHashMap<>();
        for (var mapping : requestMappingHandlerMapping.getHandlerMethods().entrySet()) {
            Needs needs = mapping.getValue().getMethodAnnotation(Needs.class);
            if (needs == null
                    || !mapping.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                continue;
            }
            for (String path : mapping.getKey().getPatternValues()) {
                for (Role role : Role.values()) {
                    if (Arrays.stream(needs.value()).anyMatch(role::may)) {
                        counter.during(() -> ask(path, role)).stream()
                                .filter(sql -> sql.matches("(?is)(select|with|update|delete|insert).*"))
                                .forEach(sql -> statements.putIfAbsent(sql, role + " " + path));
                    }
                }
            }
        }
        return statements;
    }

    private void ask(String path, Role role) throws Exception {
        Matcher matcher = VARIABLE.matcher(path);
        String filled = matcher.replaceAll(found -> objects.own().getOrDefault(found.group(1), "unknown"));
        var request = MockMvcRequestBuilders.get(filled).with(village.as(role));
        objects.parameters().getOrDefault("GET " + path, Map.of()).forEach(request::param);
        mvc.perform(request);
    }

    private static Set<String> tables(Statement explain, String sql) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet plan = explain.executeQuery("explain (generic_plan) " + numbered(sql))) {
            while (plan.next()) {
                Matcher whole = WHOLE.matcher(plan.getString(1));
                while (whole.find()) {
                    tables.add(whole.group(1));
                }
            }
        }
        tables.removeAll(SMALL);
        return tables;
    }

    /** As the server knows it, with $1 for the first question mark. */
    private static String numbered(String sql) {
        StringBuilder numbered = new StringBuilder();
        Matcher mark = MARK.matcher(sql);
        int n = 0;
        while (mark.find()) {
            String found = mark.group();
            String there = found.equals("??")
                    ? "?"
                    : found.equals("?")
                            ? "$" + ++n
                            // what is added to a date or taken from it is a number of days
                            : found.endsWith("?") ? mark.group(1) + "cast($" + ++n + " as int)" : found;
            mark.appendReplacement(numbered, Matcher.quoteReplacement(there));
        }
        mark.appendTail(numbered);
        return numbered.toString();
    }

    /** A plan for whatever parameters is only made of a plain query. */
    private Connection plain() throws SQLException {
        String url = environment.getRequiredProperty("spring.datasource.url");
        return DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple",
                TestDatabase.APP,
                TestDatabase.PASSWORD);
    }
}
