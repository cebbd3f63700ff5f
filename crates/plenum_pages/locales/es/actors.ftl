# Actors, groups, votes.

room-actors = Actores
actors-lede = Estados, grupos de Estados y organizaciones: qué es cada uno, qué ha dicho y cómo ha votado.
actors-none = Aún no hay actores registrados. Llegan con los paquetes de datos.
actors-other-states = Otros Estados
actor-state = Estado
actors-state = Estados Miembros
actor-former-state = Antiguo Miembro o puesto
actors-former-state = Antiguos Miembros y puestos
actor-observer = Observador
actors-observer = Observadores
actor-group = Grupo de Estados
actors-group = Grupos de Estados
actor-organisation = Organización
actors-organisation = Organizaciones
actor-person = Persona
actors-person = Personas
on-this-page = En esta página
actor-also = También llamado:
actor-compare = Comparar con otros
actor-documents = Declaraciones y documentos
actor-no-documents = Aún no hay textos suyos.
actor-groups = Grupos
members-title = Miembros
members-not-told = Sus miembros no figuran en los paquetes: nada aquí los cuenta.
members-n =
    { $n ->
        [one] { $n } miembro
       *[other] { $n } miembros
    }
actor-votes = Votaciones
actor-code = Código
votes-newest = Últimas votaciones registradas
agreement-title = Concordancia de votos a lo largo del tiempo
agreement-about = La concordancia se calcula con las votaciones en que ambos votaron: el mismo voto cuenta 1, una abstención frente a un voto a favor o en contra cuenta medio, a favor frente a en contra cuenta 0. Las ausencias no se cuentan. Dentro de un grupo y entre grupos, cada par de miembros cuenta igual. Los votos cuentan como se emitieron, no como se rectificaron después. Los años con menos de diez votaciones se dibujan como puntos.
agreement-closest = Más próximos en las votaciones
agreement-farthest = Más alejados en las votaciones
agreement-years = Comparación de los años { $from } a { $until }, con quienes comparten al menos cincuenta votaciones.
agreement-everybody = Todos los demás
agreement-within = Dentro de: { $name }
agreement-with-others = Concordancia con otros
agreement-among = Concordancia entre sus miembros
compare-title = Comparar hasta tres actores
compare-lede = Elija Estados o grupos: sus grupos, sus textos y cuánto se parecen sus votos.
compare-nth = El actor { $n }
compare-go = Comparar
compare-unknown = No se conoce aquí:
compare-kind = Qué es
compare-members = Miembros hoy
compare-no-votes = No hay votos registrados.
compare-nothing = No tienen ninguna votación en común.
pairs-compared =
    { $n ->
        [one] { $n } par de votos comparado
       *[other] { $n } pares de votos comparados
    }
votes-title = Votaciones registradas
votes-lede = Votaciones nominales, la más reciente primero: el resultado, el voto de cada Estado en un mapa de casillas y el de los grupos.
votes-none = Aún no hay votaciones registradas.
votes-import = Añada un conjunto de votaciones desde la línea de órdenes:
votes-none-here = Ninguna votación coincide. Elija otro año o tema.
votes-issues = Temas
votes-all-issues = Todos los temas
votes-years = Años
votes-all-years = Todos los años
roll-calls =
    { $n ->
        [one] { $n } votación
       *[other] { $n } votaciones
    }
votes-cast =
    { $n ->
        [one] { $n } voto emitido
       *[other] { $n } votos emitidos
    }
votes-sentence = a favor: { $yes }, en contra: { $no }, abstenciones: { $abstain }
vote = Voto
vote-yes = A favor
vote-no = En contra
vote-abstain = Abstención
vote-absent = Ausente o sin votar
vote-none = Sin voto registrado
vote-result = Resultado
vote-adopted = Aprobado
vote-rejected = No aprobado
voted-text = Texto sometido a votación
voted-on-whole = sobre el texto en su conjunto o una moción
voted-on-paragraph = sobre un párrafo o algunas palabras
voted-on-amendment = sobre una enmienda
vote-changes = Señalado después de la votación
vote-changes-about = Estas delegaciones informaron después a la Secretaría de cómo habían querido votar. El resultado no cambia.
vote-map = Cómo votó cada Estado
vote-map-about = Una casilla por Estado, por grupo regional; no se trazan fronteras. + a favor, − en contra, ○ abstención, × ausente o sin votar; una casilla tenue sin signo: sin voto registrado, por ausencia, por no votar o por no ser Miembro entonces.
vote-unplaced = Contados, pero de votantes que no se conocen aquí:
vote-groups = Cómo votaron los grupos
vote-table = Todos los votos en una tabla
session-n = período de sesiones { $name }
trend-about = Los mismos valores figuran en la tabla siguiente.
trend-table = Tabla de los valores
percent = { $n } %
debate-order = por nombre; el acta no indica el orden de intervención
debate-actor = grupos, votos y textos
debate-statements =
    { $n ->
        [one] { $n } declaración
       *[other] { $n } declaraciones
    }
