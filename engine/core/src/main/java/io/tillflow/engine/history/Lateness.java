package io.tillflow.engine.history;

import java.util.Set;

/** The statements that put open instances in order by how late they are: the longest against the usual first, failed ones before all. */
final class Lateness {

    /** What a failed instance ranks above all others by. */
    static final double FAILED = 1e9;

    private static final Set<Set<InstanceState>> TOLD_BY_INDEX = Set.of(
            InstanceFilter.OPEN_STATES,
            Set.of(InstanceState.WAITING, InstanceState.RUNNING),
            Set.of(InstanceState.WAITING));

    /** Lists to look up and no joins: for a join the planner would read the elements in the order of their instances, each from its row. */
    private static final String FAILS =
            "(e.process_instance_key in (select i.process_instance_key from history.incident i where i.state = 'OPEN'))";

    private static final String WORKS =
            "(e.process_instance_key in (select w.process_instance_key " + InstanceQuery.WORKING + "))";

    private static final String SECONDS =
            "date_part('epoch', :asOf::timestamptz - e.started_at) / greatest(coalesce(s.seconds, 86400), 5)";

    private static final String RANKED = """
            select p.key, max(case when p.open_incidents > 0 then 1e9 else 0 end + %s) as rank
              from history.process_instance p
              join history.element_instance e on e.process_instance_key = p.key and e.state = 'ACTIVE'
              left join step s on s.process = p.bpmn_process_id and s.element = e.element_id
             where p.state = 'ACTIVE' and e.started_at <= :asOf and e.element_type <> 'PROCESS' and %s and %s
             group by p.key""";

    private Lateness() {}

    static String failed(InstanceQuery query, boolean paged) {
        return page(RANKED.formatted(SECONDS, query.where(), "p.open_incidents > 0"), paged);
    }

    static String open(InstanceFilter filter, InstanceQuery query, boolean paged) {
        return page(toldByIndex(filter) ? byIndex(filter) : RANKED.formatted(SECONDS, query.where(), "true"), paged);
    }

    /**
     * Nothing but processes, a version and such states are asked for: so many that reading each instance takes long. What stands where is
     * in one index, what fails and what works in two more, and only the rows of the page are read.
     */
    private static String byIndex(InstanceFilter filter) {
        return """
                select e.process_instance_key as key, max(case when %s then 1e9 else 0 end + %s) as rank
                  from history.element_instance e
                  left join history.process_definition d on d.key = e.process_definition_key
                  left join step s on s.process = d.bpmn_process_id and s.element = e.element_id
                 where e.state = 'ACTIVE' and e.element_type <> 'PROCESS' and e.started_at <= :asOf%s
                 group by 1""".formatted(FAILS, SECONDS, conditions(filter));
    }

    private static boolean toldByIndex(InstanceFilter filter) {
        return TOLD_BY_INDEX.contains(filter.states())
                && filter.equals(InstanceFilter.ALL
                        .withStates(filter.states())
                        .withProcesses(filter.processes())
                        .withVersion(filter.version()));
    }

    private static String conditions(InstanceFilter filter) {
        StringBuilder all = new StringBuilder();
        if (!filter.processes().isEmpty()) {
            all.append(" and d.bpmn_process_id in (:processes)");
        }
        if (filter.version().isPresent()) {
            all.append(" and d.version = :version");
        }
        if (!filter.states().contains(InstanceState.INCIDENT)) {
            all.append(" and not ").append(FAILS);
        }
        if (!filter.states().contains(InstanceState.RUNNING)) {
            all.append(" and not ").append(WORKS);
        }
        return all.toString();
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
