using System.Globalization;
using Limpid.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var interruption = new Interruption();
return await LimpidCommand.RunAsync(args, Console.Out, Console.Error, cancellation: interruption.Token);
