package id.kentongan.desk.telling;

import id.kentongan.contracts.Text;
import id.kentongan.desk.page.Language;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people are told, out of the message files. */
@Component
class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** In both languages; so is what stands in it, where that is a {@link Text}. */
    Text of(String key, Object... places) {
        return new Text(in(Language.INDONESIAN, key, places), in(Language.ENGLISH, key, places));
    }

    String subject(Language language, Text text) {
        return "[Kentongan] " + language.of(text);
    }

    /** About no case. */
    Letter letter(Language language, Text text) {
        return new Letter(language, subject(language, text), language.of(text) + "\n");
    }

    /** The message that goes to webhooks too, as a mail about its case. */
    Letter letter(Language language, Text text, Message message, @Nullable Text title) {
        String body = language.of(text)
                + "\n\n" + in(language, "told.case", message.number())
                + (title == null ? "" : "\n" + in(language, "told.title", language.of(title)))
                + "\n" + in(language, "told.stage", message.stage().replace('_', ' '))
                + (message.due() == null ? "" : "\n" + in(language, "told.due", message.due()))
                + (message.link().isEmpty() ? "" : "\n\n" + message.link())
                + "\n";
        return new Letter(language, "[Kentongan] " + message.number() + ": " + language.of(text), body);
    }

    private String in(Language language, String key, Object... places) {
        Object[] told = Arrays.stream(places)
                .map(place -> place instanceof Text text ? language.of(text) : place)
                .toArray();
        return messages.getMessage(key, told, language.locale());
    }
}
