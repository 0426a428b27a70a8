package io.tillflow.connectors.commerce;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.OwnShopOnly;
import io.tillflow.processes.SupportRead;
import io.tillflow.processes.SupportState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our own shop, and for orders of a connected one that: what only ours has is refused by name.
 *
 * @see "docs/adr/0031"
 */
public final class ShopsByOrder implements Shop {
    private final Shop own;
    private final ConnectedShops others;

    public ShopsByOrder(Shop own, ConnectedShops others) {
        this.own = own;
        this.others = others;
    }

    private Orders orders(String orderId) {
        return ConnectedShops.shopOf(orderId).isPresent() ? others.ofOrder(orderId) : own;
    }

    private Shop ours(String orderId, OwnShopOnly step) {
        ConnectedShops.refuseForeign(orderId, step);
        return own;
    }

    @Override
    public OrderFacts facts(String orderId) {
        return orders(orderId).facts(orderId);
    }

    @Override
    public OrderFacts facts(String orderId, String parcel) {
        return ConnectedShops.shopOf(orderId).isPresent() ? facts(orderId) : own.facts(orderId, parcel);
    }

    @Override
    public Delivery delivery(String orderId) {
        return orders(orderId).delivery(orderId);
    }

    @Override
    public void show(String orderId, OrderNews news, EffectKey key) {
        orders(orderId).show(orderId, news, key);
    }

    @Override
    public void note(String orderId, String text, EffectKey key) {
        orders(orderId).note(orderId, text, key);
    }

    @Override
    public LetterStop letterStop(String orderId) {
        if (ConnectedShops.shopOf(orderId).isPresent()) {
            throw new IllegalStateException(
                    "expected a letter that its reader can stop to be about an order of our own shop,"
                            + " but it is about " + orderId
                            + ": such letters to a connected shop's customers go out from there");
        }
        return own.letterStop(orderId);
    }

    @Override
    public AllocationResult allocate(String orderId, EffectKey key) {
        return ours(orderId, OwnShopOnly.ALLOCATE).allocate(orderId, key);
    }

    @Override
    public void release(String orderId, EffectKey key) {
        ours(orderId, OwnShopOnly.RELEASE).release(orderId, key);
    }

    @Override
    public ShippingLock lockForShipping(String orderId, EffectKey key) {
        return ours(orderId, OwnShopOnly.LOCK).lockForShipping(orderId, key);
    }

    @Override
    public boolean linkPayment(String orderId, PaymentLinkForOrder link, EffectKey key) {
        return ours(orderId, OwnShopOnly.LINK_PAYMENT).linkPayment(orderId, link, key);
    }

    @Override
    public boolean tellShopper(ShopperNotice notice, EffectKey key) {
        return (notice.orderId() == null ? own : ours(notice.orderId(), OwnShopOnly.NOTIFY)).tellShopper(notice, key);
    }

    @Override
    public ShopFront front() {
        return own.front();
    }

    @Override
    public Optional<AccountLetter> accountLetter(String letterId) {
        return own.accountLetter(letterId);
    }

    @Override
    public Optional<CartReminder> cartReminder(String reminderId) {
        return own.cartReminder(reminderId);
    }

    @Override
    public void showReturn(String returnId, ReturnNews news, EffectKey key) {
        own.showReturn(returnId, news, key);
    }

    @Override
    public void restock(String returnId, EffectKey key) {
        own.restock(returnId, key);
    }

    @Override
    public boolean lockExchange(String returnId, EffectKey key) {
        return own.lockExchange(returnId, key);
    }

    @Override
    public SupportRead readSupport(String requestId) {
        return own.readSupport(requestId);
    }

    @Override
    public String words(String requestId) {
        return own.words(requestId);
    }

    @Override
    public RuleAnswer answer(String requestId, String text, @Nullable String language, EffectKey key) {
        return own.answer(requestId, text, language, key);
    }

    @Override
    public void showSupport(String requestId, SupportState state, EffectKey key) {
        own.showSupport(requestId, state, key);
    }

    @Override
    public String message(String messageId) {
        return own.message(messageId);
    }

    @Override
    public boolean takeLetter(String orderNumber, OrderLetter letter) {
        return own.takeLetter(orderNumber, letter);
    }
}
