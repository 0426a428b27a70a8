/** OpenAI, Anthropic and Ollama by LangChain4j. */
@NullMarked
package io.tillflow.connectors.ai.langchain;

import org.jspecify.annotations.NullMarked;
