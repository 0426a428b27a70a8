package io.tillflow.connectors.intelligence;

/** What versions said of the shop's orders and what came of it, each as a figure whose mean over many orders judges the version. */
enum AnswerCases {
    /** Which share of an order's products was found among ten. */
    FOUND("shop.reporting_answer", """
            (select model, version, basket as id, placed_at, found::float8 / items as figure, found_by_rule::float8 / items as rule
               from shop.reporting_answer where placed_at > :since)"""),
    /** How close a probability came, on a scale on which 0 is what the mean tells and 1 is to know it. */
    FORESEEN("shop.reporting_risk_answer", """
            (select model, version, id, placed_at, 1 - power(probability - came, 2) / nullif(var_pop(came) over same, 0) as figure,
                    1 - power(by_rule - came, 2) / nullif(var_pop(came) over same, 0) as rule
               from shop.reporting_risk_answer where placed_at > :since window same as (partition by model, version))"""),
    /** Whether a question was sorted as people sorted it; what is about nothing known goes to a person, as what they call OTHER. */
    SORTED("shop.sorted_question", """
            (select 'support' as model, a.version, q.id, q.placed_at,
                    (case a.topic when 'unknown' then 'OTHER' else a.topic end = q.topic)::int::float8 as figure,
                    (q.by_words = q.topic)::int::float8 as rule
               from intelligence.support_answer a join shop.sorted_question q on q.request_id::text = a.request_id
              where q.placed_at > :since and a.at <= q.placed_at)""");

    private final String view;
    private final String sql;

    AnswerCases(String view, String sql) {
        this.view = view;
        this.sql = sql;
    }

    /** Where the shop keeps them. */
    String view() {
        return view;
    }

    /** Rows of model, version, id, placed_at, figure and rule since {@code :since}. */
    String sql() {
        return sql;
    }
}
