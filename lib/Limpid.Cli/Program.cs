using System.Globalization;
using Limpid.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await LimpidCommand.RunAsync(args, Console.Out, Console.Error);
