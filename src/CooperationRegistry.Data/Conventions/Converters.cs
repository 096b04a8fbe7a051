using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CooperationRegistry.Data.Conventions;

internal sealed class EnumText<TEnum>()
    : ValueConverter<TEnum, string>(value => ContentJson.Name(value), text => Enum.Parse<TEnum>(text, true))
    where TEnum : struct, Enum;

internal sealed class EdtfText() : ValueConverter<EdtfDate, string>(date => date.Text, text => new EdtfDate(text));

/// <summary>The store keeps UTC; what is written with another offset is the same instant.</summary>
internal sealed class UtcTime() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);
