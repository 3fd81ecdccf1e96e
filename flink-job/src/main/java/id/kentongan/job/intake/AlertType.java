package id.kentongan.job.intake;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink to write alerts as {@link AlertSerializer} does. */
public final class AlertType extends TypeInfoFactory<Alert> {
    @Override
    public TypeInformation<Alert> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
        return new Information();
    }

    private static final class Information extends TypeInformation<Alert> {
        @Override
        public boolean isBasicType() {
            return false;
        }

        @Override
        public boolean isTupleType() {
            return false;
        }

        @Override
        public int getArity() {
            return 1;
        }

        @Override
        public int getTotalFields() {
            return 1;
        }

        @Override
        public Class<Alert> getTypeClass() {
            return Alert.class;
        }

        @Override
        public boolean isKeyType() {
            return false;
        }

        @Override
        public TypeSerializer<Alert> createSerializer(SerializerConfig config) {
            return new AlertSerializer();
        }

        @Override
        public String toString() {
            return "Alert";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Information;
        }

        @Override
        public int hashCode() {
            return Alert.class.hashCode();
        }

        @Override
        public boolean canEqual(Object other) {
            return other instanceof Information;
        }
    }
}
