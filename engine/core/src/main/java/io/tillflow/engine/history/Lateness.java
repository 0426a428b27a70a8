package io.tillflow.engine.history;

import java.util.Set;

/** The statements that put open instances in order by how late they are: the longest against the usual first. */
final class Lateness {

    /** What a failed instance ranks above all others by. */
    static final double FAILED = 1e9;

    private static final InstanceFilter ALL_WAITING = InstanceFilter.ALL.withStates(Set.of(InstanceState.WAITING));

    private static final String SECONDS =
            "date_part('epoch', :asOf::timestamptz - e.started_at) / greatest(coalesce(s.seconds, 86400), 5)";

    /**
     * Nothing but "waiting" is asked for: so many that reading each instance takes long. What stands where is in one index, what fails
     * and what works in two more, and only the rows of the page are read.
     */
    private static final String RANKED_BY_INDEX = """
            select e.process_instance_key as key, max(%s) as rank
              from history.element_instance e
              left join (history.process_definition d join step s on s.process = d.bpmn_process_id)
                on d.key = e.process_definition_key and s.element = e.element_id
             where e.state = 'ACTIVE' and e.element_type <> 'PROCESS' and e.started_at <= :asOf
               and not exists (select 1 from history.incident i
                                where i.state = 'OPEN' and i.process_instance_key = e.process_instance_key)
               and not exists (select 1 %s and w.process_instance_key = e.process_instance_key)
             group by 1""".formatted(SECONDS, InstanceQuery.WORKING);

    private static final String RANKED = """
            select p.key, max(case when p.open_incidents > 0 then 1e9 else 0 end + %s) as rank
              from history.process_instance p
              join history.element_instance e on e.process_instance_key = p.key and e.state = 'ACTIVE'
              left join step s on s.process = p.bpmn_process_id and s.element = e.element_id
             where p.state = 'ACTIVE' and e.started_at <= :asOf and e.element_type <> 'PROCESS' and %s and %s
             group by p.key""";

    private Lateness() {}

    /** Whether {@link #waiting} finds what the filter asks for. */
    static boolean ofAllWaiting(InstanceFilter filter) {
        return filter.equals(ALL_WAITING);
    }

    static String waiting(boolean paged) {
        return page(RANKED_BY_INDEX, paged);
    }

    static String failed(InstanceQuery query, boolean paged) {
        return page(RANKED.formatted(SECONDS, query.where(), "p.open_incidents > 0"), paged);
    }

    static String open(InstanceQuery query, boolean paged) {
        return page(RANKED.formatted(SECONDS, query.where(), "true"), paged);
    }

    /** An element may be known without its instance, which began before history was kept: it takes no place on the page. */
    private static String page(String ranked, boolean paged) {
        return """
                with step as (select * from unnest(:stepProcesses::text[], :stepElements::text[], :stepSeconds::float8[])
                                as s(process, element, seconds)),
                     late as (%s),
                     page as (select key, rank from (select * from late where %s order by rank desc, key desc) ranked
                               cross join lateral (select 1 from history.process_instance i
                                                    where i.key = ranked.key and i.state = 'ACTIVE' offset 0) known
                               order by rank desc, key desc limit :limit)
                select %s, page.rank from page join history.process_instance p on p.key = page.key
                 order by page.rank desc, page.key desc
                """.formatted(ranked, paged ? "(rank, key) < (:afterRank, :afterKey)" : "true", Instances.COLUMNS);
    }
}
