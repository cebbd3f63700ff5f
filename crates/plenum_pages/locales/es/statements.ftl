
# Transcripts, statements, positions.
meetings = Sesiones
meetings-lede = Quién dijo qué, sesión por sesión. Las sesiones con transcripción muestran cada declaración en el orden de intervención, sin confirmar hasta que un editor la confirma; las demás se conocen por las declaraciones cuyas actas las nombran.
meetings-none = Aún no hay ninguna sesión. Se añade una transcripción desde la línea de órdenes:
meetings-none-here = Ninguna sesión corresponde. Elija otro proceso, otro año u otra clase.
meetings-kinds = Clases de sesiones
meetings-all = Todas las sesiones
meetings-transcribed = Con transcripción
meetings-named = Nombradas por declaraciones
meeting-named = nombrada por las actas de declaraciones
speaking-order = Orden de intervención
statement = Declaración
statements = Declaraciones
statements-none = No se pudo distinguir ninguna declaración en la transcripción.
transcript = Transcripción
recording = Grabación
statistics = Quién habló y cuánto
statistics-none = Aún no se cuenta nada: no se ha confirmado ninguna declaración.
speaker-unnamed = Orador no identificado
speaks-for = en nombre de
printed-as = impreso como
answers = responde a
answered-by = respondida por
answers-unknown = no consta a qué responde
first-proposal = primera propuesta
first-proposals-title = Propuesto por primera vez
replies-title = Derechos de respuesta
words-in-all = Palabras
time-in-all = Duración
unconfirmed-what = Es obra de una máquina; no se cuenta hasta que un editor lo confirma.
review-go = Revisar y confirmar
review-title = Revisar las declaraciones
review-lede = Corrija lo que distinguió la máquina y luego confirme. Cada cambio se guarda con su fecha y su autor.
review-no-actor = Ningún actor tiene ese nombre corto. Elija uno de la lista.
review-no-earlier = Una respuesta contesta a una declaración anterior de esta sesión: indique su número.
save-and-confirm = Guardar y confirmar
save-unconfirmed = Guardar sin confirmar
mode = Modalidad
mode-formal = formal
mode-informal = oficiosa
field-answers = Responde a la declaración número
said-statement = declaración
said-reply = derecho de respuesta
said-explanation = explicación de posición
said-joint = declaración conjunta
said-chair = palabras de la Presidencia
gender-woman = mujer
gender-man = hombre
gender-other = declarado de otro modo
gender-as-stated = Género según se declaró:
gender-not-stated = género no declarado
in-meeting = En la sesión
about-statement = Sobre esta declaración
statement-gone = Una transcripción corregida ya no contiene esta declaración tal como figura aquí.
history = Cambios de los editores
fact-actor = orador
fact-speaks-for = habla por
fact-kind = tipo
fact-answers = responde a
fact-confirmed = confirmado
fact-gender = género declarado
yes = sí
no = no
bars-what = Una barra por cada uno, tan larga como sus palabras; la tabla de abajo da todos los valores.
bars-cut = Solo se dibujan las más largas; la tabla las tiene todas.
bars-table = Los valores en una tabla
bars-source = Contado a partir de declaraciones confirmadas por un editor.
bars-by-actor = Palabras por orador
bars-by-group = Palabras por grupo de Estados; un Estado cuenta en cada uno de sus grupos
bars-by-voice = Palabras en nombre de grupos
positions = Posiciones
positions-lede = Dónde se sitúa cada uno en cada cuestión. Cada casilla es una cita colocada por un editor; abre el párrafo en que se basa.
positions-none = Aún no se ha colocado ninguna cita.
positions-none-on = Ninguna cita versa sobre:
issue = Cuestión
stance = Postura
stance-supports = apoya
stance-opposes = se opone
stance-proposes = propone
stance-conditions = pone condiciones
stance-no-position = sin posición declarada
relation-agree = De acuerdo
relation-disagree = En desacuerdo
pairs-title = Acuerdos y desacuerdos
positions-history = Todo lo que se ha colocado
withdrawn = retirada
withdraw = Retirar
positions-edit = Colocar citas
place-title = Colocar una cita
place-lede = Elija cuestión y actor; el programa propone párrafos, pero cada cita la coloca una persona.
place-address = Dirección del párrafo
place-words = Palabras citadas, exactas; vacío para todo el párrafo
place-go = Colocar
candidates-go = Proponer párrafos
candidates-title = Párrafos que quizá lo dicen
candidates-none = No se encontró ningún párrafo de este actor.
candidate-take = Tomar este
issue-add = Añadir una cuestión
issue-add-note = Las cuestiones de un proceso vienen de los paquetes; lo que añada aquí se guarda aparte y se exporta con ellos.
issues-entered = Añadidas aquí hasta ahora:
issue-slug = Nombre corto: letras, cifras, guiones
issue-label = En palabras
add = Añadir
pair-title = Poner dos citas lado a lado
pair-one = Número de la cita
pair-other = Número de la otra cita
pair-relation = Relación entre ellas
place-no-issue = Este proceso no tiene esa cuestión. Añádala primero.
place-told-issue = Un paquete ya contiene una cuestión con ese nombre corto: elíjala de la lista.
place-no-actor = Ningún actor tiene ese nombre corto.
place-no-paragraph = Ningún párrafo tiene esa dirección. Cópiela de la página del párrafo.
place-not-its-words = Esas palabras no están en ese párrafo. Cópielas exactamente.
place-no-pair = Hacen falta dos citas distintas colocadas aquí. Indique sus números.
place-not-understood = Falta algo o un valor no es válido. Revise el formulario.
sure-percent = seguro al { $n } %
meetings-n =
    { $n ->
        [one] { $n } sesión
       *[other] { $n } sesiones
    }
statements-n =
    { $n ->
        [one] { $n } declaración
       *[other] { $n } declaraciones
    }
confirmed-n =
    { $n ->
        [one] { $n } confirmada
       *[other] { $n } confirmadas
    }
unconfirmed-n =
    { $n ->
        [one] { $n } declaración está sin confirmar.
       *[other] { $n } declaraciones están sin confirmar.
    }
words-n =
    { $n ->
        [one] { $n } palabra
       *[other] { $n } palabras
    }
counted-n =
    { $n ->
        [one] Se cuenta { $n } declaración confirmada.
       *[other] Se cuentan { $n } declaraciones confirmadas.
    }
left-out-n =
    { $n ->
        [one] Queda fuera { $n } declaración sin confirmar.
       *[other] Quedan fuera { $n } declaraciones sin confirmar.
    }
timed-n =
    { $n ->
        [one] conocida de { $n } declaración
       *[other] conocida de { $n } declaraciones
    }
confirm-all-n =
    { $n ->
        [one] Confirmar la única cuyo orador se conoce ({ $n })
       *[other] Confirmar las { $n } cuyo orador se conoce
    }
