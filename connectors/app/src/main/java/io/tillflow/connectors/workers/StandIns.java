package io.tillflow.connectors.workers;

import io.tillflow.processes.DisputeAnswered;
import io.tillflow.processes.DisputeStatus;
import io.tillflow.processes.ExportDone;
import io.tillflow.processes.GoodsBookedIn;
import io.tillflow.processes.JobType;
import io.tillflow.processes.LowStockTold;
import io.tillflow.processes.OfferedJobType;
import io.tillflow.processes.PaymentCaptured;
import io.tillflow.processes.PaymentLink;
import io.tillflow.processes.PaymentRefunded;
import io.tillflow.processes.PurchasePlaced;
import io.tillflow.processes.PurchaseStatus;
import io.tillflow.processes.ReturnLabelCreated;
import io.tillflow.processes.RowPut;
import io.tillflow.processes.ShipmentCreated;
import io.tillflow.processes.SupplierNews;
import io.tillflow.processes.SupportAnswered;
import io.tillflow.processes.SupportRead;
import io.tillflow.processes.TableWritten;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a dry run takes for the answer of an effect that was not carried out: it is taken to have worked. */
@Component
class StandIns {
    /** Stands for every name and number that only a real effect could give. */
    static final String MADE_UP = "dry-run";

    /** The task header by which a model says itself what the answer would be: a JSON object. */
    static final String HEADER = "dryRunResult";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    /** @param spent what it would have cost, in minor units */
    Map<String, Object> of(String jobType, Map<String, String> headers, long spent) {
        String said = headers.get(HEADER);
        return said == null || said.isBlank() ? JSON.convertValue(madeUp(jobType, spent), VARIABLES) : said(said);
    }

    private static Map<String, Object> said(String header) {
        try {
            return JSON.readValue(header, VARIABLES);
        } catch (JacksonException notAnObject) {
            throw new IllegalStateException(
                    "expected the task header " + HEADER + " to be a JSON object like {\"status\": 200}, but it is "
                            + header,
                    notAnObject);
        }
    }

    private static Object madeUp(String jobType, long spent) {
        return switch (jobType) {
            case JobType.PAYMENTS_CREATE_LINK -> new PaymentLink(MADE_UP, MADE_UP);
            case JobType.PAYMENTS_CAPTURE -> new PaymentCaptured(MADE_UP);
            case JobType.PAYMENTS_ANSWER_DISPUTE -> new DisputeAnswered(DisputeStatus.ANSWERED);
            case JobType.PAYMENTS_REFUND, JobType.PAYMENTS_REFUND_PART, OfferedJobType.COMMERCE_REFUND_ORDER ->
                new PaymentRefunded(spent);
            case JobType.COMMERCE_READ_SUPPORT ->
                new SupportRead(
                        "unknown", 0, "en", "none", false, null, 0, 1, 0, "EUR", MADE_UP, List.of(), List.of(), null,
                        null);
            case JobType.COMMERCE_ANSWER_SUPPORT -> new SupportAnswered("GIVEN", MADE_UP, 1L);
            case JobType.SHIPPING_CREATE_SHIPMENT -> new ShipmentCreated(MADE_UP, MADE_UP, MADE_UP);
            case JobType.SHIPPING_CREATE_RETURN_LABEL -> new ReturnLabelCreated(MADE_UP, MADE_UP);
            case JobType.COMMERCE_BOOK_IN_GOODS -> new GoodsBookedIn(0, 0);
            case JobType.COMMERCE_LOOK_FOR_LOW_STOCK -> new LowStockTold(0);
            case JobType.SUPPLIERS_PLACE_ORDER -> new PurchasePlaced(MADE_UP);
            case JobType.SUPPLIERS_REMIND -> new SupplierNews(PurchaseStatus.PLACED, 1, null);
            case OfferedJobType.FILES_WRITE_TABLE, OfferedJobType.ANALYTICS_WRITE_ANSWER ->
                new TableWritten(MADE_UP, 0, 0, MADE_UP);
            case JobType.ANALYTICS_EXPORT -> new ExportDone(0, 0, 0, MADE_UP);
            case OfferedJobType.FILES_PUT_ROW -> new RowPut(true, 1, MADE_UP);
            case OfferedJobType.HTTP_REQUEST, JobType.INTELLIGENCE_TRAIN_MODEL ->
                throw new IllegalStateException(
                        "this dry run ends here: the step was not really done, and nobody can tell what it would have answered;"
                                + " say it in the task header " + HEADER + ", for instance {\"status\": 200}");
            default -> Map.of();
        };
    }
}
