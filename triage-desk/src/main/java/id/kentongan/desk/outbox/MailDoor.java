package id.kentongan.desk.outbox;

import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.settings.MailSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends plain mail through the server of the settings. */
final class MailDoor implements Door {
    private final @Nullable MailSettings settings;

    MailDoor(DeskSettings settings) {
        this.settings = settings.mail();
    }

    @Override
    public void send(Parcel parcel) {
        MailSettings server = settings;
        if (server == null) {
            throw new IllegalStateException("there is no mail server in the settings any more");
        }
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(server.from());
        message.setTo(parcel.target());
        message.setSubject(parcel.key());
        message.setText(String.valueOf(parcel.payload()));
        sender(server).send(message);
    }

    private static JavaMailSenderImpl sender(MailSettings server) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.timeout", "10000");
        properties.setProperty("mail.smtp.writetimeout", "10000");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        if (server.user() != null) {
            sender.setUsername(server.user());
            sender.setPassword(password(server));
            properties.setProperty("mail.smtp.auth", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        return sender;
    }

    private static String password(MailSettings server) {
        try {
            return server.passwordFile() == null
                    ? ""
                    : Files.readString(server.passwordFile(), StandardCharsets.UTF_8)
                            .strip();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
