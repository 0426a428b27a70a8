-- A rule may also name a chat, by the secret that holds the address of the chat's incoming webhook.
ALTER TABLE studio.alert_rule ADD COLUMN chat text NOT NULL DEFAULT ''; -- empty: in no chat

-- Whom an alert is told outside of the studio, and how far that is.
CREATE TABLE studio.alert_told (
    alert_id bigint NOT NULL REFERENCES studio.alert ON DELETE CASCADE,
    channel  text   NOT NULL CHECK (channel IN ('EMAIL', 'CHAT')),
    state    text   NOT NULL CHECK (state IN ('WAITING', 'SENT', 'REFUSED')),
    reason   text,
    PRIMARY KEY (alert_id, channel)
);
CREATE INDEX alert_told_waiting ON studio.alert_told (channel, alert_id) WHERE state = 'WAITING';

INSERT INTO studio.alert_told (alert_id, channel, state, reason)
SELECT id, 'EMAIL', letter, letter_reason FROM studio.alert WHERE letter <> 'NONE';

DROP INDEX studio.alert_letters;
ALTER TABLE studio.alert DROP COLUMN letter, DROP COLUMN letter_reason;
