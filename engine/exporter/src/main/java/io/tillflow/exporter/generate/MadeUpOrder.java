package io.tillflow.exporter.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The variables of a made-up instance: an order with its lines, a bit more than a kilobyte. */
final class MadeUpOrder {

    private static final String[] GOODS = {
        "Walnut stool, low",
        "Linen throw, sage",
        "Enamel kettle, 1.5 l",
        "Oak bench, 110 cm",
        "Wool blanket, striped",
        "Stoneware bowl, set of four",
        "Canvas day pack, 22 l",
        "Camping lantern, brass",
        "Cast iron pan, 26 cm"
    };

    private final long instance;
    private final String number;
    private final RandomGenerator random;

    MadeUpOrder(long instance, String number, RandomGenerator random) {
        this.instance = instance;
        this.number = number;
        this.random = random;
    }

    Map<String, String> variables() {
        String id = Long.toHexString(instance);
        Map<String, String> variables = new LinkedHashMap<>();
        StringBuilder lines = new StringBuilder();
        int total = lines(lines);
        variables.put("businessKey", "\"" + number + "\"");
        variables.put("orderId", "\"" + id + "\"");
        variables.put("order", """
                {"id": "%s", "number": "%s", "currency": "EUR", "total": %d, "country": "%s", "express": %s, "channel": "%s", \
                "customerId": "c-%06d", "weightGrams": %d, "firstOrder": %s, "pastDeclines": %d}""".formatted(
                        id,
                        number,
                        total,
                        random.nextInt(5) == 0 ? "AT" : "DE",
                        random.nextInt(6) == 0,
                        random.nextInt(9) == 0 ? "phone" : "web",
                        skewed(200_000),
                        200 + random.nextInt(20_000),
                        random.nextInt(3) == 0,
                        random.nextInt(12) == 0 ? 1 : 0));
        variables.put("lines", "[" + lines + "]");
        variables.put("payment", "{\"id\": \"pay_" + id + "\", \"status\": \"AUTHORISED\", \"attempts\": 1}");
        variables.put(
                "promise",
                "{\"carrier\": \"%s\", \"workingDays\": %d, \"giftNote\": %s}"
                        .formatted(
                                random.nextBoolean() ? "swift" : "steady",
                                1 + random.nextInt(5),
                                random.nextInt(8) == 0));
        variables.put("risk", random.nextInt(20) == 0 ? "\"review\"" : "\"accept\"");
        return variables;
    }

    /** At least four lines, so that an order weighs what real ones do; answers their sum. */
    private int lines(StringBuilder text) {
        int total = 0;
        int count = 4 + skewed(6);
        for (int i = 0; i < count; i++) {
            int price = 490 + (int) (Math.exp(random.nextGaussian() * 0.9) * 1_800);
            int quantity = 1 + skewed(4);
            total += price * quantity;
            text.append("""
                    %s{"sku": "U-%05d", "name": "%s", "variant": "standard", "quantity": %d, "unitPrice": %d, "total": %d, "warehouse": "main", "taxRate": 19}""".formatted(
                            i == 0 ? "" : ", ",
                            skewed(5_000),
                            GOODS[random.nextInt(GOODS.length)],
                            quantity,
                            price,
                            price * quantity));
        }
        return total;
    }

    /** Small numbers far more often than large ones: few customers and products make most of the trade. */
    private int skewed(int bound) {
        return (int) (Math.pow(random.nextDouble(), 3) * bound);
    }
}
