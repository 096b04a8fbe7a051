using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Bench.Generating;

/// <summary>Agreements by their number, each made of its number and the seed alone.</summary>
internal sealed class GeneratedAgreements(GeneratedWorld world)
{
    // All was signed before it was published; no term ends between then and a day that the bench will not see, so that the calendar
    // changes no row.
    private static readonly DateOnly LastSigning = new(2026, 5, 1);
    private static readonly DateOnly NextEnd = new(2070, 1, 1);

    private const int DaysOfSigning = 9_000;

    public AgreementContent Agreement(int number)
    {
        var random = world.Chance("agreement", number);
        var draft = new Draft(random, Kind(random), random.Once(0.5));
        var content = new AgreementContent { Kind = draft.Kind, Evidence = Evidence(random), Parties = Parties(random, number) };
        content.Title = Title(draft, content.Parties);
        content.InstrumentAsPrinted = random.Once(0.1) ? $"{Lexicon.Instruments[draft.Kind].En} on matters of {draft.Topic.En}" : null;
        content.Summary = random.Once(0.8) ? Sentences(draft, random.Next(1, 5)) : null;
        content.Events = Events(draft, content.Evidence);
        if (random.Once(0.35))
            content.SigningEvent = SigningEvent(draft, content.Events);
        if (random.Once(0.6))
            content.Signatures = Signatures(draft, content.Parties);
        content.Sectors = [.. new[] { draft.Topic.Sector, draft.Other.Sector }.Distinct().Take(random.Next(3))];
        if (random.Once(0.4))
            content.Commitments = Commitments(draft, content.Parties);
        if (random.Once(0.2))
            content.Amounts = [Amount(random)];
        if (random.Once(0.25))
            content.Quantities = [Quantity(random)];
        if (random.Once(0.04) && number > 1)
            content.Relations = [new Relation { Key = "r1", Kind = random.Any(Enum.GetValues<RelationKind>()), Agreement = RecordId.FromNumber(RecordKind.Agreement, number - random.Next(1, Math.Min(number, 2000))) }];
        if (random.Once(0.4))
            content.Term = Term(random, content);
        Cite(random, content);
        return content;
    }

    private static AgreementKind Kind(Random random) => random.AnySkewed(Lexicon.Kinds);

    private static Evidence Evidence(Random random) =>
        random.Next(20) switch
        {
            < 5 => Domain.Agreements.Evidence.Documented,
            < 15 => Domain.Agreements.Evidence.Reported,
            < 18 => Domain.Agreements.Evidence.Announced,
            _ => Domain.Agreements.Evidence.Mentioned,
        };

    private List<Party> Parties(Random random, int number)
    {
        // Every city has its turn, besides what chance gives it.
        var first = random.Once(0.25) ? number % world.Size.Cities : world.CitySkew.Next(random);
        var parties = new List<Party> { new() { Key = "p1", City = world.Cities[first].Id } };
        foreach (var isCity in random.Next(100) switch
        {
            < 30 => [true],
            < 75 => [false],
            < 87 => [true, false],
            < 95 => [false, false],
            _ => (bool[])[true, false, false],
        })
        {
            var city = isCity ? world.Cities[world.CitySkew.Next(random)].Id : null;
            var partner = isCity ? null : world.Partners[world.PartnerSkew.Next(random)].Id;
            var role = random.Once(0.85) ? PartyRole.Signatory : random.Any(Enum.GetValues<PartyRole>());
            // A party is named once: the next one in the list is as good as the one drawn.
            while (parties.Exists(p => p.City == city && p.Partner == partner))
                (city, partner) = isCity ? (random.Any(world.Cities).Id, (string?)null) : (null, random.Any(world.Partners).Id);
            parties.Add(new Party { Key = $"p{parties.Count + 1}", City = city, Partner = partner, Role = role });
        }
        if (random.Once(0.08))
            parties[^1].OnBehalfOfCity = world.Cities[world.CitySkew.Next(random)].Id;
        if (random.Once(0.05))
            parties[0].NameAsPrinted = $"City of {world.Around.Cities[parties[0].City!].Names[0].Text}";
        return parties;
    }

    private LocalizedText Title(Draft draft, List<Party> parties)
    {
        var (left, right) = (NameOf(parties[0]), NameOf(parties[1]));
        var instrument = Lexicon.Instruments[draft.Kind];
        var zh = $"{left.Zh}与{right.Zh}{draft.Topic.Zh}{instrument.Zh}";
        var en = draft.Random.Next(4) switch
        {
            0 => $"{instrument.En} between {left.En} and {right.En}",
            1 => $"{instrument.En} on {draft.Topic.En}",
            _ => $"{instrument.En} on {draft.Topic.En} between {left.En} and {right.En}",
        };
        // Some sources are Chinese alone.
        return draft is { IsChinese: true } && draft.Random.Once(0.05) ? new LocalizedText("zh-Hans", zh) : Chance.Text(en, draft.IsChinese ? zh : null);
    }

    private Pair NameOf(Party party)
    {
        var (first, chinese) = party.City is { } city
            ? (world.Around.Cities[city].Names[0].Text, world.Around.Cities[city].Names.Find(n => n.Language == "zh-Hans")?.Text)
            : (world.Around.Partners[party.Partner!].Names[0].Text, world.Around.Partners[party.Partner!].Names.Find(n => n.Language == "zh-Hans")?.Text);
        return new(first, chinese ?? first);
    }

    private static LocalizedText Sentences(Draft draft, int count)
    {
        var said = Enumerable.Range(0, count).Select(_ => draft.Random.AnySkewed(Lexicon.Sentences)).Distinct().Select(draft.Say).ToList();
        return Chance.Text(string.Join(' ', said.Select(s => s.En)), draft.IsChinese ? string.Concat(said.Select(s => s.Zh)) : null);
    }

    private static List<AgreementEvent> Events(Draft draft, Evidence evidence)
    {
        var random = draft.Random;
        var day = LastSigning.AddDays(-(int)(DaysOfSigning * Math.Pow(random.NextDouble(), 1.8)));
        var events = new List<AgreementEvent>();
        if (evidence == Domain.Agreements.Evidence.Mentioned)
        {
            if (random.Once(0.5))
                Add(random.Any([EventKind.Cooperation, EventKind.Visit, EventKind.Sought]), day, 0);
        }
        else if (evidence == Domain.Agreements.Evidence.Announced)
        {
            Add(random.Once(0.8) ? EventKind.Announced : EventKind.Sought, day, 0);
        }
        else
        {
            if (random.Once(0.15))
                Add(EventKind.Announced, day, -60);
            Add(EventKind.Signed, day, 0);
            if (random.Once(0.12))
                Add(random.AnySkewed([EventKind.InForce, EventKind.Renewed, EventKind.Amended, EventKind.Completed, EventKind.Terminated, EventKind.Suspended, EventKind.Expired, EventKind.Withdrawn]), day, 400);
        }
        if (random.Once(0.08))
            Add(EventKind.Visit, day, -200);
        if (random.Once(0.06))
        {
            Add(EventKind.Statement, day, 30);
            (events[^1].Statement, events[^1].Note) = (random.Any(Enum.GetValues<StatementKind>()), Sentences(draft, 1));
        }
        return events;

        void Add(EventKind kind, DateOnly at, int later)
        {
            var on = later == 0 || at.AddDays(later) > LastSigning ? at : at.AddDays(later);
            var added = new AgreementEvent { Key = $"e{events.Count + 1}", Kind = kind, Date = Date(random, on) };
            if (added.Date is null && random.Once(0.5))
                added.NotBefore = new EdtfDate(Written(on.Year));
            if (random.Once(0.05))
                added.Present = [Presence(random, "pr1")];
            events.Add(added);
        }
    }

    // Of every precision that sources have.
    private static EdtfDate? Date(Random random, DateOnly day)
    {
        var text = random.Next(100) switch
        {
            < 68 => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            < 77 => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            < 85 => Written(day.Year),
            < 87 => $"{Written(day.Year)}~",
            < 89 => $"{day.ToString("yyyy-MM", CultureInfo.InvariantCulture)}?",
            < 91 when day.Year < 2020 => $"{Written(day.Year)[..3]}X",
            < 93 => day.ToString("'XXXX'-MM-dd", CultureInfo.InvariantCulture),
            < 95 => $"{day.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            < 96 => $"{Written(day.Year)}/..",
            _ => null,
        };
        return text is null ? null : new EdtfDate(text);
    }

    private SigningEvent SigningEvent(Draft draft, List<AgreementEvent> events)
    {
        var random = draft.Random;
        return new SigningEvent
        {
            Name = random.Once(0.5) ? draft.Text(random.Any(Lexicon.Occasions)) : null,
            Place = random.Once(0.5) ? draft.Text(random.Any(Lexicon.Halls)) : null,
            City = random.Once(0.6) ? world.Cities[world.CitySkew.Next(random)].Id : null,
            Date = events.Find(e => e.Kind == EventKind.Signed)?.Date,
            Present = random.Once(0.2) ? [Presence(random, "pr1"), Presence(random, "pr2")] : [],
        };
    }

    private static Presence Presence(Random random, string key)
    {
        var person = Coinage.Person(random);
        return new Presence { Key = key, Person = random.Once(0.3) ? person.Zh : person.En, Role = random.Any(Enum.GetValues<PresenceRole>()) };
    }

    private static List<Signature> Signatures(Draft draft, List<Party> parties) =>
    [
        .. parties.Take(draft.Random.Next(1, parties.Count + 1)).Select((party, i) =>
        {
            var person = Coinage.Person(draft.Random);
            return new Signature
            {
                Key = $"s{i + 1}",
                Person = draft.Random.Once(0.3) ? person.Zh : person.En,
                Title = draft.Random.Once(0.7) ? draft.Text(draft.Random.AnySkewed(Lexicon.Offices)) : null,
                Parties = [party.Key],
            };
        }),
    ];

    private static List<Commitment> Commitments(Draft draft, List<Party> parties) =>
    [
        .. Enumerable.Range(1, draft.Random.Next(1, 4)).Select(i => new Commitment
        {
            Key = $"c{i}",
            Text = draft.Text(draft.Random.Any(Lexicon.Promises)),
            PromisedBy = draft.Random.Once(0.4) ? [parties[0].Key] : [],
            Due = draft.Random.Once(0.3) ? new EdtfDate(Written(draft.Random.Next(2020, 2036))) : null,
            Outcome = draft.Random.AnySkewed(Enum.GetValues<Outcome>()),
        }),
    ];

    private static NamedAmount Amount(Random random)
    {
        var label = random.AnySkewed(Lexicon.AmountLabels);
        var (amount, currency) = (random.Next(1, 1000) * (random.Once(0.3) ? 1_000_000m : 10_000m), random.AnySkewed(["CNY", "EUR", "USD", "DKK", "GBP"]));
        return new NamedAmount
        {
            Key = "a1",
            Label = Chance.Text(label.En, random.Once(0.3) ? label.Zh : null),
            Money = new Money { Amount = amount, Currency = currency, Qualifier = random.AnySkewed([Qualifier.Exactly, Qualifier.About, Qualifier.Over, Qualifier.UpTo]), AsPrinted = random.Once(0.4) ? string.Create(CultureInfo.InvariantCulture, $"{currency} {amount:#,0}") : null },
        };
    }

    private static NamedQuantity Quantity(Random random)
    {
        var at = random.Next(Lexicon.QuantityLabels.Count);
        var label = Lexicon.QuantityLabels[at];
        return new NamedQuantity
        {
            Key = "q1",
            Label = Chance.Text(label.En, random.Once(0.3) ? label.Zh : null),
            Quantity = new Quantity
            {
                Amount = random.Next(1, 2000) / (random.Once(0.2) ? 10m : 1m),
                Unit = at switch { 0 => Unit.Megawatt, 1 => Unit.TonneCo2ePerYear, 2 => Unit.Job, 3 => Unit.Hectare, _ => Unit.GigawattHourPerYear },
                Qualifier = random.AnySkewed([Qualifier.Exactly, Qualifier.About, Qualifier.AtLeast]),
            },
        };
    }

    private static Term Term(Random random, AgreementContent content)
    {
        content.Term = random.Next(5) switch
        {
            < 3 => new Term { Months = random.Any([12, 24, 36, 60, 120]), Renewal = random.Once(0.3) ? random.Any(Enum.GetValues<Renewal>()) : null },
            3 => new Term { End = new EdtfDate(Written(random.Next(2010, 2026))) },
            _ => new Term { Renewal = Renewal.Automatic },
        };
        if (content.TermEnd() is { } end && end >= LastSigning.AddDays(-1) && end < NextEnd)
            content.Term.Renewal = Renewal.Automatic;
        return content.Term;
    }

    private void Cite(Random random, AgreementContent content)
    {
        if (random.Once(0.05))
            return;
        content.Citations = [world.Cite(random, "ci1", ["title", .. content.Parties.Select(p => $"parties/{p.Key}"), .. content.Events.Select(e => $"events/{e.Key}")])];
        if (content.Summary is not null && random.Once(0.6))
            content.Citations.Add(world.Cite(random, "ci2", "summary", "sectors"));
        if (content.Events.Count > 0 && random.Once(0.03))
        {
            content.Citations.Add(world.Cite(random, "ci3", $"events/{content.Events[0].Key}/date"));
            content.Citations[^1].Says = "A week later";
            content.Disputes = [new Dispute { Key = "d1", Path = $"events/{content.Events[0].Key}/date", Reason = LocalizedText.En("The notice is nearer to the day.") }];
        }
        if (random.Once(0.1))
            content.Citations[0].Locator = $"page {Written(random.Next(1, 40))}";
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What one agreement keeps coming back to.</summary>
    private sealed class Draft(Random random, AgreementKind kind, bool isChinese)
    {
        public Random Random => random;

        public AgreementKind Kind => kind;

        public bool IsChinese => isChinese;

        public Topic Topic { get; } = random.AnySkewed(Lexicon.Topics);

        public Topic Other { get; } = random.Any(Lexicon.Topics);

        public LocalizedText Text(Pair pattern)
        {
            var said = Say(pattern);
            return Chance.Text(said.En, isChinese ? said.Zh : null);
        }

        public Pair Say(Pair pattern)
        {
            var (coined, count, year) = (Coinage.Word(random), random.Next(2, 400), random.Next(1995, 2036));
            return new(GeneratedWorld.Filled(pattern.En, Topic.En, Other.En, coined.En, count, year), GeneratedWorld.Filled(pattern.Zh, Topic.Zh, Other.Zh, coined.Zh, count, year));
        }
    }
}
