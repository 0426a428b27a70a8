package io.tillflow.studio.instances;

import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.model.DecisionTable;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.engine.model.ProcessModels;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The deployed models by key, so that pages speak of "Book shipment" instead of its id. A version never changes. */
@Service
public class DeployedModels {

    private static final Logger LOG = LoggerFactory.getLogger(DeployedModels.class);
    private static final int MOST = 200;

    private final Definitions definitions;
    private final Map<Long, ProcessModel> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ProcessModel> eldest) {
            return size() > MOST;
        }
    };

    DeployedModels(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The model of a process version; without names when history does not have its file yet. */
    public ProcessModel process(long definitionKey, String processId) {
        synchronized (parsed) {
            ProcessModel known = parsed.get(definitionKey);
            if (known != null) {
                return known;
            }
        }
        Optional<ProcessModel> read = definitions.bpmn(definitionKey).flatMap(xml -> parse(xml, definitionKey));
        read.ifPresent(model -> {
            synchronized (parsed) {
                parsed.put(definitionKey, model);
            }
        });
        return read.orElseGet(() -> new ProcessModel(processId, "", Map.of(), java.util.List.of()));
    }

    public Optional<String> bpmn(long definitionKey) {
        return definitions.bpmn(definitionKey);
    }

    /** The table behind a decision that was evaluated. */
    public Optional<DecisionTable> table(long decisionKey, String decisionId) {
        return definitions.decision(decisionKey).flatMap(file -> DecisionTable.find(file.resource(), decisionId));
    }

    private static Optional<ProcessModel> parse(String xml, long definitionKey) {
        try {
            return Optional.of(ProcessModels.parse(xml));
        } catch (IllegalArgumentException e) {
            LOG.warn("The file of process definition {} cannot be read: {}", definitionKey, e.getMessage());
            return Optional.empty();
        }
    }
}
