//! What a link is squeezed with in mind: words that journeys are written in, in Swedish and in English. Frozen: a letter
//! changed here changes what every link that was made means.

/// The phrases; what is likeliest stands last.
pub(super) const PHRASES: &str = "\
 because I didn’t really again when before anybody with the and that they it’s nobody told somebody else could have been \
about waiting should know where everything works I had to call three times I don’t understand what I am paying for. \
Is this for me? That was easy. What happens now? Why should I? Can I trust this? Who do I ask? It just works. \
advert website search compare prices basket checkout order confirmation delivery unpacking installation first use welcome \
letter call support invoice reminder payment renewal offer newsletter app login account review recommendation complaint \
return cancel contract visit meeting proposal quote demo trial onboarding training update service shop store phone chat \
e-mail mail Marketing Sales Customer service Finance Logistics Product Operations Support Digital Store manager \
Awareness Consideration Decision Delivery Advocacy Onboarding Everyday use Use Loyalty Retention Purchase Before After \
customer family student pensioner company small business new loyal price-conscious in a hurry careful curious \
Estimate of the workshop. Counted in the system last year. Guess. Survey. Interviews with customers. \
 eftersom det inte var någon som kunde svara på varför jag skulle behöva vänta så länge och ingen hade sagt att \
man måste ringa igen. Jag förstår inte vad jag betalar för. Är det här något för mig? Det var ju enkelt. Vad händer nu? \
Varför ska jag göra det? Kan jag lita på dem? Vem frågar jag? Det bara fungerar. Äntligen! Jaha, det stämmer inte. \
Bra pris, men hur länge? Vilken krånglig sida. Kommer det i tid? Hoppas det går bra den här gången. \
annons webbplats sökning jämförelse priser varukorg kassa beställning orderbekräftelse leverans uppackning installation \
första användning välkomstbrev samtal kundtjänst faktura påminnelse betalning förnyelse erbjudande nyhetsbrev appen \
inloggning konto omdöme rekommendation klagomål retur uppsägning avtal besök möte offert demo provperiod utbildning \
uppdatering butik telefon chatt e-post brev Marknad Försäljning Kundtjänst Ekonomi Logistik Produkt Drift Support Digitalt \
Medvetenhet Övervägande Beslut Leverans Lojalitet Rekommendation Start Vardag Användning Köp Före Efter \
kund familj student pensionär företag småföretag ny trogen prismedveten stressad försiktig nyfiken \
Uppskattning från workshop. Räknat i systemet förra året. Gissning. Enkät. Intervjuer med kunder. ";
