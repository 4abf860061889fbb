package io.holdfast.benchmarks.retune;

import io.holdfast.actor.Actor;
import io.holdfast.command.intake.IntakeService;
import io.holdfast.command.queryside.OutcomePages;
import io.holdfast.command.queryside.QuerySide;
import io.holdfast.command.retuning.DraftedProposal;
import io.holdfast.command.retuning.Retuning;
import io.holdfast.command.retuning.RetuningService;
import io.holdfast.command.retuning.TooFewOutcomesException;
import io.holdfast.command.shipment.ShipmentCommands;
import io.holdfast.command.targeting.ActiveRuleSet;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.LabelledShipment;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.WaiverReason;
import io.holdfast.shipment.command.ShipmentCommand.ReleaseShipment;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.DraftCommand.ApproveRuleSet;
import io.holdfast.targeting.DraftCommand.ProposeRuleSet;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand.ActivateDraft;
import io.holdfast.targeting.RuleSetCommand.ActivateRuleSet;
import io.holdfast.targeting.RuleSetCommand.PublishRuleSet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.ConfigurableApplicationContext;

/** Replays through the system itself: commands in, events in the log, projections, outcomes read back. */
final class RealWorld implements World {
    /** The version number of the first rule set published after the shipped default. */
    private static final int SECOND = 2;

    private final EmbeddedMongo database;
    private final ConfigurableApplicationContext context;
    private final CommandGateway commands;
    private final ShipmentCommands shipments;
    private final IntakeService intake;
    private final RetuningService retunings;
    private final ActiveRuleSet ruleSets;
    private final Feed feed;
    private final Examiner examiner;
    private final Speed speed = new Speed();

    private RealWorld(EmbeddedMongo database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
        this.commands = context.getBean(CommandGateway.class);
        this.shipments = context.getBean(ShipmentCommands.class);
        this.intake = context.getBean(IntakeService.class);
        this.retunings = context.getBean(RetuningService.class);
        this.ruleSets = context.getBean(ActiveRuleSet.class);
        this.feed = new Feed(context.getBean(QuerySide.class).outcomes(People.ANALYST));
        this.examiner = new Examiner(shipments);
    }

    /** Starts both sides on an empty database in a folder. */
    static RealWorld in(Path folder) {
        EmbeddedMongo database = EmbeddedMongo.onFile(folder);
        try {
            return new RealWorld(database, ReplayApplication.on(database));
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** How fast declarations were accepted. */
    Speed speed() {
        return speed;
    }

    @Override
    public void begin(RuleSet first) {
        send(new PublishRuleSet(first), People.ANALYST);
        send(new ActivateRuleSet(SECOND, "Replay"), People.SECOND_ANALYST);
        letItDecide();
    }

    @Override
    public List<Selected> declare(List<Declaration> week) {
        long start = System.nanoTime();
        Parallel.forEach(week, declaration -> intake.take(declaration, People.ANALYST));
        List<LabelledShipment> decided = feed.awaitNext(week.size());
        speed.add(week.size(), System.nanoTime() - start);
        List<Selected> selected = new ArrayList<>();
        for (LabelledShipment shipment : decided) {
            if (shipment.basis() != null) {
                selected.add(new Selected(shipment.shipmentId(), shipment.basis(), shipment.score()));
            }
        }
        return selected;
    }

    @Override
    public void examine(List<LabelledRow> rows) {
        Parallel.forEach(rows, examiner::examine);
        feed.examined(rows.size());
    }

    @Override
    public void passOver(List<ShipmentId> passed) {
        Parallel.forEach(
                passed,
                shipment -> shipments.send(
                        new ReleaseShipment(
                                shipment,
                                ReleaseKind.FULL,
                                WaiverReason.RESOURCE_CONSTRAINT,
                                "No examination left this week"),
                        People.INSPECTOR,
                        null));
    }

    @Override
    public void retune(Retuning asked) {
        feed.awaitExamined(asked.from(), asked.to());
        DraftedProposal drafted;
        try {
            drafted = retunings.draft(asked, People.ANALYST);
        } catch (TooFewOutcomesException tooEarly) {
            return; // the active rule set stays active
        }
        send(new ProposeRuleSet(drafted.draft(), "Weekly retuning"), People.ANALYST);
        send(new ApproveRuleSet(drafted.draft(), drafted.contentHash(), "Explained"), People.SECOND_ANALYST);
        send(new ActivateDraft(drafted.draft(), "Weekly retuning"), People.SECOND_ANALYST);
        letItDecide();
    }

    /** Reads the new activation now: while one thread reads it, others would still decide by the version before. */
    private void letItDecide() {
        var _ = ruleSets.active();
    }

    private void send(Object command, Actor actor) {
        commands.sendAndWait(
                new GenericCommandMessage<>(command, ActorMetaData.of(actor, "replay")), 60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** Measures declarations per second, from the first command to the last row in the outcome feed. */
    static final class Speed {
        private long declarations;
        private long nanos;

        void add(int more, long took) {
            declarations += more;
            nanos += took;
        }

        double perSecond() {
            return nanos == 0 ? 0 : declarations / (nanos / 1e9);
        }
    }

    /** Reads the outcomes and waits, up to a limit, for what the projection has not seen yet. */
    private static final class Feed {
        private static final long SECONDS = 120;

        private final OutcomePages pages;
        private long position = FindOutcomes.FROM_THE_BEGINNING;
        private int examined;

        Feed(OutcomePages pages) {
            this.pages = pages;
        }

        /** The next shipments in the order of their decisions, up to the position that the projection has reached. */
        List<LabelledShipment> awaitNext(int count) {
            List<LabelledShipment> next = new ArrayList<>();
            long deadline = deadline();
            while (next.size() < count) {
                FindOutcomes.Page page = pages.page(FindOutcomes.EVERY, position);
                List<LabelledShipment> complete = page.items().stream()
                        .filter(shipment -> shipment.position() <= page.position())
                        .toList();
                if (complete.isEmpty()) {
                    pause(deadline, next.size() + " of " + count + " declarations");
                } else {
                    next.addAll(complete);
                    position = complete.getLast().position();
                }
            }
            return next;
        }

        void examined(int more) {
            examined += more;
        }

        void awaitExamined(LocalDate from, LocalDate to) {
            long deadline = deadline();
            var filter = new FindOutcomes.Filter(from, to, null, null, true, null);
            while (true) {
                int seen = 0;
                for (LabelledShipment shipment : pages.rows(filter)) {
                    seen += shipment.decided() ? 1 : 0;
                }
                if (seen >= examined) {
                    return;
                }
                pause(deadline, seen + " of " + examined + " outcomes");
            }
        }

        private static long deadline() {
            return System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        }

        private static void pause(long deadline, String seen) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The outcomes hold only " + seen + " after " + SECONDS + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
