package io.newsledger.app.connection;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.newsledger.events.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What a principal does on the brokers, and what it must be allowed for that: no more. */
public enum Role {
  /**
   * {@code run} and {@code rebuild}: both stages, the questions, the articles of {@code --input}.
   */
  RUN,
  /** {@code ingest} and {@code withdraw}. */
  INGEST,
  /** {@code alias}. */
  CURATE,
  /** {@code tail}, and others who read what comes out. */
  READ_ONLY;

  /** Begins the names of applications, their groups, transactions and topics. */
  private static final String OURS = "newsledger";

  /** Begins the names of the catalogue's topics. */
  private static final List<String> CATALOGUE =
      List.of("news.", "reference.", "talent.", "market.");

  /**
   * What a principal in this role must be allowed.
   *
   * @param principal as brokers name it, for instance {@code User:ledger}
   */
  public List<AclBinding> grants(String principal) {
    Grants grants = new Grants(principal);
    switch (this) {
      case RUN -> {
        CATALOGUE.forEach(prefix -> grants.add(TOPIC, prefix, PREFIXED, CREATE, READ, WRITE));
        // Repartition topics are cut behind what was read.
        grants.add(TOPIC, OURS, PREFIXED, CREATE, READ, WRITE, DELETE);
        grants.add(GROUP, OURS, PREFIXED, READ);
        grants.add(TRANSACTIONAL_ID, OURS, PREFIXED, WRITE, DESCRIBE);
      }
      case INGEST -> {
        grants.add(TOPIC, Topics.ARTICLES.name(), LITERAL, WRITE);
        grants.add(TOPIC, Topics.REJECTS.name(), LITERAL, WRITE);
        grants.add(TOPIC, Topics.ARTICLE_INDEX.name(), LITERAL, READ, WRITE);
        grants.add(TRANSACTIONAL_ID, OURS, PREFIXED, WRITE, DESCRIBE);
      }
      case CURATE -> grants.add(TOPIC, Topics.ENTITIES.name(), LITERAL, READ, WRITE);
      case READ_ONLY -> {
        CATALOGUE.forEach(prefix -> grants.add(TOPIC, prefix, PREFIXED, READ));
        // Their names say which generation is live.
        grants.add(TOPIC, OURS, PREFIXED, DESCRIBE);
      }
    }
    return List.copyOf(grants.all);
  }

  private static final class Grants {
    private final String principal;
    private final List<AclBinding> all = new ArrayList<>();

    private Grants(String principal) {
      this.principal = principal;
    }

    void add(ResourceType type, String name, PatternType pattern, AclOperation... operations) {
      for (AclOperation operation : operations) {
        all.add(
            new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
      }
    }
  }
}
