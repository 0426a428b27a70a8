package io.tillflow.connectors.ai;

import java.util.List;

/** One model's turn at a question, for the record. */
record Call(Provider provider, Ask ask, Prompts.Version prompt, Personal personal, List<String> passedOver) {}
